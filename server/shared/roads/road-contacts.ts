import type { PreparedArea } from '../geometry/prepare-area.ts'
import { orientation } from '../geometry/orientation.ts'
import type { RoadGraph } from './graph.ts'
import { SCALE } from './road-columns.ts'

/**
 * Where a road meets an area's edge, in positions along the road: 12.25 is a quarter of the way from position 12 to 13.
 * `on` are stretches that run along the edge. A corner of the road that lies on the edge has its whole number exactly.
 */
export type Contacts = { at: number[]; on: [number, number][] }

/** The contacts of every road that meets the area's edge, by road; exact in deciding whether there is one. */
export function roadContacts(graph: RoadGraph, area: PreparedArea): Map<number, Contacts> {
  const { ax, ay, bx, by } = area
  const { index, start } = graph
  const found = new Map<number, Contacts>()
  if (index === null) return found
  for (let i = 0; i < ax.length; i++) {
    const edge = [ax[i]!, ay[i]!, bx[i]!, by[i]!] as const
    const [west, east] = edge[0] < edge[2] ? [edge[0], edge[2]] : [edge[2], edge[0]]
    const [south, north] = edge[1] < edge[3] ? [edge[1], edge[3]] : [edge[3], edge[1]]
    const box = [Math.floor(west * SCALE), Math.floor(south * SCALE), Math.ceil(east * SCALE), Math.ceil(north * SCALE)] as const
    for (const road of index.search(...box)) {
      const last = start[road + 1]! - 1
      for (let p = start[road]!; p < last; p++) meet(graph, road, p, edge, box, found)
    }
  }
  return found
}

type Four = readonly [number, number, number, number]

function meet({ coordinates }: RoadGraph, road: number, p: number, edge: Four, box: Four, found: Map<number, Contacts>): void {
  const [ix, iy] = [coordinates[2 * p]!, coordinates[2 * p + 1]!]
  const [jx, jy] = [coordinates[2 * p + 2]!, coordinates[2 * p + 3]!]
  if ((ix < box[0] && jx < box[0]) || (ix > box[2] && jx > box[2])) return
  if ((iy < box[1] && jy < box[1]) || (iy > box[3] && jy > box[3])) return
  const [cx, cy, dx, dy] = [ix / SCALE, iy / SCALE, jx / SCALE, jy / SCALE]
  const c = orientation(...edge, cx, cy)
  const d = orientation(...edge, dx, dy)
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return
  if (c === 0 && d === 0) return along(contactsOf(found, road), p, edge, [cx, cy, dx, dy])
  const a = orientation(cx, cy, dx, dy, edge[0], edge[1])
  const b = orientation(cx, cy, dx, dy, edge[2], edge[3])
  if ((a > 0 && b > 0) || (a < 0 && b < 0)) return
  contactsOf(found, road).at.push(p + c / (c - d))
}

/** Two pieces of one straight line: the stretch they share. */
function along(contacts: Contacts, p: number, [ax, ay, bx, by]: Four, [cx, cy, dx, dy]: Four): void {
  const byX = Math.abs(dx - cx) > Math.abs(dy - cy)
  const of = (x: number, y: number) => Math.min(1, Math.max(0, byX ? (x - cx) / (dx - cx) : (y - cy) / (dy - cy)))
  const [low, high] = [of(ax, ay), of(bx, by)].toSorted((one, other) => one - other) as [number, number]
  if (low < high) contacts.on.push([p + low, p + high])
  const apart = byX ? (Math.max(ax, bx) < Math.min(cx, dx) || Math.min(ax, bx) > Math.max(cx, dx)) : (Math.max(ay, by) < Math.min(cy, dy) || Math.min(ay, by) > Math.max(cy, dy))
  if (!apart) contacts.at.push(p + low, p + high)
}

function contactsOf(found: Map<number, Contacts>, road: number): Contacts {
  let contacts = found.get(road)
  if (contacts === undefined) found.set(road, (contacts = { at: [], on: [] }))
  return contacts
}

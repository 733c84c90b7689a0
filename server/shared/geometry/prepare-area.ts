import type { MultiPolygon, Polygon } from 'geojson'
import { boundsOf } from './bounds.ts'
import type { Bounds } from './position.ts'
import { signedArea } from './ring-direction.ts'

/**
 * An area laid out for many questions: its edges in flat columns, each with the inside on its left, and for each of
 * `slabs` equal bands of latitude the edges that reach it (`items` from `offsets[k]` to `offsets[k + 1]`).
 */
export type PreparedArea = {
  bounds: Bounds
  ax: Float64Array
  ay: Float64Array
  bx: Float64Array
  by: Float64Array
  slabs: number
  offsets: Uint32Array
  items: Uint32Array
}

/** Lists no more than this many slab entries per edge; zigzags of long edges get fewer, thicker slabs. */
const MAX_ENTRIES_PER_EDGE = 16

/** Prepares a valid area in degrees, [lng, lat] EPSG:4326; ring directions as given do not matter. */
export function prepareArea(area: Polygon | MultiPolygon): PreparedArea {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  const columns: number[] = []
  for (const rings of polygons)
    rings.forEach((ring, index) => {
      const onLeft = signedArea(ring) > 0 === (index === 0)
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = onLeft ? [ring[i - 1]!, ring[i]!] : [ring[i]!, ring[i - 1]!]
        if (a[0] !== b[0] || a[1] !== b[1]) columns.push(a[0]!, a[1]!, b[0]!, b[1]!)
      }
    })
  const count = columns.length / 4
  const column = (offset: number) => Float64Array.from({ length: count }, (_, i) => columns[4 * i + offset]!)
  const edges = { bounds: boundsOf(area), ax: column(0), ay: column(1), bx: column(2), by: column(3) }
  return { ...edges, ...bandEdges(edges, count) }
}

type Edges = Pick<PreparedArea, 'bounds' | 'ay' | 'by'>

function bandEdges(edges: Edges, count: number): Pick<PreparedArea, 'slabs' | 'offsets' | 'items'> {
  let slabs = Math.max(1, 4 * Math.ceil(Math.sqrt(count)))
  let offsets = countEntries(edges, count, slabs)
  while (slabs > 1 && offsets[slabs]! > MAX_ENTRIES_PER_EDGE * count) {
    slabs = slabs >> 1
    offsets = countEntries(edges, count, slabs)
  }
  const items = new Uint32Array(offsets[slabs]!)
  const fill = offsets.slice()
  for (let i = 0; i < count; i++) {
    const last = slabOf(edges.bounds, slabs, Math.max(edges.ay[i]!, edges.by[i]!))
    for (let k = slabOf(edges.bounds, slabs, Math.min(edges.ay[i]!, edges.by[i]!)); k <= last; k++)
      items[fill[k]!++] = i
  }
  return { slabs, offsets, items }
}

function countEntries({ bounds, ay, by }: Edges, count: number, slabs: number): Uint32Array {
  const offsets = new Uint32Array(slabs + 1)
  for (let i = 0; i < count; i++) {
    const last = slabOf(bounds, slabs, Math.max(ay[i]!, by[i]!))
    for (let k = slabOf(bounds, slabs, Math.min(ay[i]!, by[i]!)); k <= last; k++) offsets[k + 1]! += 1
  }
  for (let k = 0; k < slabs; k++) offsets[k + 1]! += offsets[k]!
  return offsets
}

/** The slab a latitude falls in; latitudes beyond the bounds fall in the first or last one. */
export function slabOf(bounds: Bounds, slabs: number, y: number): number {
  const height = bounds[3] - bounds[1]
  const k = height > 0 ? Math.floor(((y - bounds[1]) / height) * slabs) : 0
  return Math.max(0, Math.min(slabs - 1, k))
}

import type { MultiPolygon, Position } from 'geojson'
import { containsPoint } from '#shared/geometry/contains-point.ts'
import { checkArea, type GeometryVerdict } from '../check-geometry.ts'
import type { ImportFault } from '../fault.ts'
import { assembleRings } from './assemble-rings.ts'
import type { NodeLocations } from './node-locations.ts'
import type { OsmRelation } from './osm-entity.ts'

/**
 * The area of a multipolygon or boundary relation: outer ways (role `outer` or none) joined to shells, inner ways to
 * holes, each hole put into the smallest shell round it. Nothing is guessed: a member that the file does not
 * hold, or a ring that stays open, is a fault. Only where `withoutHoles` is given may holes be missing, and it is told.
 */
export function assembleArea(
  relation: OsmRelation,
  ways: ReadonlyMap<number, readonly number[]>,
  nodes: NodeLocations,
  withoutHoles?: () => void,
): GeometryVerdict<MultiPolygon> {
  const members = relation.members.filter(
    (member) => member.role === 'inner' || member.role === 'outer' || isBareWay(member),
  )
  const missing = members.filter((member) => member.type !== 'way' || !ways.has(member.ref))
  const text = relation.tags?.name ?? ''
  const holesOnly = missing.length > 0 && missing.every(({ role }) => role === 'inner')
  if ((missing.length > 0 && !(holesOnly && withoutHoles !== undefined)) || members.length === 0) {
    const what = `${text} (${missing.length}/${members.length})`
    return { ok: false, fault: { reason: 'incomplete', text: what, ...placeOf(members, ways, nodes) } }
  }
  if (holesOnly) withoutHoles?.()
  const refs = (inner: boolean) =>
    members.filter((member) => (member.role === 'inner') === inner).map((member) => ways.get(member.ref) ?? [])
  const [outer, inner] = [assembleRings(refs(false)), assembleRings(refs(true))]
  const loose = [...outer.looseEnds, ...inner.looseEnds][0]
  if (loose !== undefined || outer.rings.length === 0) {
    const place = nodes.get(loose ?? 0) as [number, number] | undefined
    return { ok: false, fault: { reason: 'ring_open', text, ...(place === undefined ? {} : { place }) } }
  }
  const shells = outer.rings.map((ring) => [positions(ring, nodes)])
  for (const hole of inner.rings.map((ring) => positions(ring, nodes))) {
    const shell = shellAround(shells, hole)
    if (shell !== undefined) shell.push(hole)
    else shells[0]?.push(hole) // outside every shell: the check of the area names it
  }
  return checkArea({ type: 'MultiPolygon', coordinates: shells })
}

function isBareWay(member: { type: string; role: string }): boolean {
  return member.type === 'way' && member.role === ''
}

function positions(ring: readonly number[], nodes: NodeLocations): Position[] {
  return ring.map((id) => nodes.get(id)).filter((position) => position !== undefined)
}

function shellAround(shells: Position[][][], hole: readonly Position[]): Position[][] | undefined {
  const around = shells.filter(([shell]) => {
    const area: MultiPolygon = { type: 'MultiPolygon', coordinates: [[shell ?? []]] }
    return hole.every(([lng, lat]) => containsPoint(area, lng ?? 0, lat ?? 0))
  })
  return around.sort((a, b) => width(a[0] ?? []) - width(b[0] ?? []))[0]
}

/** Of shells that nest, the inner is the narrower. */
function width(ring: readonly Position[]): number {
  const lngs = ring.map(([lng]) => lng ?? 0)
  return lngs.reduce((a, b) => Math.max(a, b), -180) - lngs.reduce((a, b) => Math.min(a, b), 180)
}

function placeOf(
  members: OsmRelation['members'],
  ways: ReadonlyMap<number, readonly number[]>,
  nodes: NodeLocations,
): Pick<ImportFault, 'place'> {
  for (const { ref } of members) {
    const place = nodes.get(ways.get(ref)?.[0] ?? Number.NaN) as [number, number] | undefined
    if (place !== undefined) return { place }
  }
  return {}
}

import type { Position } from 'geojson'
import { barriersOn, type BarrierNodes } from './barrier-nodes.ts'
import { checkArea, checkLine, checkPoint } from '../check-geometry.ts'
import type { ReadContext } from '../read-context.ts'
import type { ImportRecord } from '../record.ts'
import { addressFields, hasAddress } from './address-fields.ts'
import { isBuilding } from './building-fields.ts'
import type { NodeLocations } from './node-locations.ts'
import type { OsmTags, OsmWay } from './osm-entity.ts'
import { placeFields } from './place-fields.ts'
import { recordsOfArea } from './records-of-area.ts'
import { roadClass, roadFields } from './road-fields.ts'
import { isWaterArea, waterLineKind } from './water-kind.ts'

/**
 * What a way gives: a road, a line of water, or by its area a building, a water surface, an address, a place.
 * A way whose nodes the file does not all hold is a fault: half a road would be a guess.
 */
export function recordsOfWay(
  way: OsmWay,
  nodes: NodeLocations,
  context: Pick<ReadContext, 'fault'>,
  barriers: BarrierNodes = new Map(),
): ImportRecord[] {
  const tags = way.tags ?? {}
  const identity = { number: way.id, sourceId: `w${way.id}` }
  const positions = way.refs.map((ref) => nodes.get(ref)).filter((position) => position !== undefined)
  if (positions.length < way.refs.length) {
    const place = positions[0] as [number, number] | undefined
    const text = `${tags.name ?? ''} (${way.refs.length - positions.length}/${way.refs.length})`
    context.fault({ ...identity, reason: 'incomplete', text, ...(place === undefined ? {} : { place }) })
    return []
  }
  const standing = barriersOn(way, nodes, barriers)
  return [...lineRecords(tags, standing, identity, positions, context), ...groundRecords(way, tags, identity, positions, context)]
}

type Identity = { number: number; sourceId: string }

function lineRecords(
  tags: OsmTags,
  barriers: string,
  identity: Identity,
  positions: Position[],
  context: Pick<ReadContext, 'fault'>,
): ImportRecord[] {
  const road = roadClass(tags)
  const water = isWaterArea(tags) ? null : waterLineKind(tags)
  if (road === null && water === null) return []
  const line = checkLine(positions)
  if (!line.ok) {
    context.fault({ ...identity, ...line.fault })
    return []
  }
  if (road === null) {
    const fields = { kind: water, name: tags.name ?? null, name_en: tags['name:en'] ?? null }
    return [{ noun: 'water', ...identity, geometry: line.geometry, fields }]
  }
  const { fields, reversed } = roadFields(tags, road)
  const geometry = reversed ? { ...line.geometry, coordinates: line.geometry.coordinates.toReversed() } : line.geometry
  const withBarriers = barriers === '' ? fields : { ...fields, tags: { ...fields.tags, barriers } }
  return [{ noun: 'roads', ...identity, geometry, fields: withBarriers }]
}

function groundRecords(
  way: OsmWay,
  tags: OsmTags,
  identity: Identity,
  positions: Position[],
  context: Pick<ReadContext, 'fault'>,
): ImportRecord[] {
  const surface = isBuilding(tags) || isWaterArea(tags)
  if (!surface && !hasAddress(tags) && placeFields(tags) === null) return []
  const closed = way.refs.length >= 4 && way.refs[0] === way.refs.at(-1)
  if (!closed) return surface ? ringOpen(tags, identity, positions, context) : recordsAlong(tags, identity, positions)
  const area = checkArea({ type: 'Polygon', coordinates: [positions] })
  if (area.ok) return recordsOfArea(tags, identity, area.geometry)
  context.fault({ ...identity, ...area.fault })
  return []
}

function ringOpen(
  tags: OsmTags,
  identity: Identity,
  positions: Position[],
  context: Pick<ReadContext, 'fault'>,
): ImportRecord[] {
  const place = positions.at(-1) as [number, number] | undefined
  context.fault({ ...identity, reason: 'ring_open', text: tags.name ?? '', ...(place === undefined ? {} : { place }) })
  return []
}

/** An address or place drawn as an open line stands at the line's middle vertex. */
function recordsAlong(tags: OsmTags, identity: Identity, positions: Position[]): ImportRecord[] {
  const point = checkPoint(positions[Math.floor(positions.length / 2)] ?? [])
  if (!point.ok) return []
  const place = placeFields(tags)
  const records: ImportRecord[] = []
  if (hasAddress(tags))
    records.push({ noun: 'addresses', ...identity, geometry: point.geometry, fields: addressFields(tags) })
  if (place !== null) records.push({ noun: 'places', ...identity, geometry: point.geometry, fields: place })
  return records
}

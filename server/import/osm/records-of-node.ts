import { checkPoint } from '../check-geometry.ts'
import type { ReadContext } from '../read-context.ts'
import type { ImportRecord } from '../record.ts'
import { addressFields, hasAddress } from './address-fields.ts'
import type { OsmNode } from './osm-entity.ts'
import { placeFields } from './place-fields.ts'

/** A tagged node gives an address, a place, both or nothing. */
export function recordsOfNode(node: OsmNode, context: Pick<ReadContext, 'fault'>): ImportRecord[] {
  const { tags } = node
  if (tags === undefined) return []
  const place = placeFields(tags)
  if (place === null && !hasAddress(tags)) return []
  const identity = { number: node.id, sourceId: `n${node.id}` }
  const point = checkPoint([node.lon, node.lat])
  if (!point.ok) {
    context.fault({ ...identity, ...point.fault })
    return []
  }
  const records: ImportRecord[] = []
  if (hasAddress(tags))
    records.push({ noun: 'addresses', ...identity, geometry: point.geometry, fields: addressFields(tags) })
  if (place !== null) records.push({ noun: 'places', ...identity, geometry: point.geometry, fields: place })
  return records
}

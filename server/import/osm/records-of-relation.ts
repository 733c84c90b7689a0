import type { ReadContext } from '../read-context.ts'
import type { ImportRecord } from '../record.ts'
import { areaFields, areaLevel } from './area-fields.ts'
import { assembleArea } from './assemble-area.ts'
import type { NodeLocations } from './node-locations.ts'
import type { OsmRelation } from './osm-entity.ts'
import { recordsOfArea } from './records-of-area.ts'

/** What a multipolygon or boundary relation gives: an administrative area, or what its tags make of its ground. */
export function recordsOfRelation(
  relation: OsmRelation, ways: ReadonlyMap<number, readonly number[]>, nodes: NodeLocations,
  context: Pick<ReadContext, 'fault'>,
): ImportRecord[] {
  const tags = relation.tags ?? {}
  const identity = { number: relation.id, sourceId: `r${relation.id}` }
  const area = assembleArea(relation, ways, nodes)
  if (!area.ok) {
    context.fault({ ...identity, ...area.fault })
    return []
  }
  const records = tags.type === 'multipolygon' ? recordsOfArea(tags, identity, area.geometry) : []
  const level = areaLevel(tags)
  if (level === null) return records
  const fields = areaFields(relation, level)
  if (fields === null) context.fault({ ...identity, reason: 'missing_value', text: 'name' })
  else records.push({ noun: 'areas', ...identity, geometry: area.geometry, fields })
  return records
}

import type { ReadContext } from '../read-context.ts'
import type { ImportRecord } from '../record.ts'
import { areaFields, areaLevel } from './area-fields.ts'
import { assembleArea } from './assemble-area.ts'
import { isBuilding } from './building-fields.ts'
import type { NodeLocations } from './node-locations.ts'
import type { OsmRelation } from './osm-entity.ts'
import { recordsOfArea } from './records-of-area.ts'
import { isWaterArea } from './water-kind.ts'

/** What a multipolygon or boundary relation gives: an administrative area, or what its tags make of its ground. */
export function recordsOfRelation(
  relation: OsmRelation,
  ways: ReadonlyMap<number, readonly number[]>,
  nodes: NodeLocations,
  context: Pick<ReadContext, 'fault' | 'note'>,
): ImportRecord[] {
  const tags = relation.tags ?? {}
  const identity = { number: relation.id, sourceId: `r${relation.id}` }
  const surface = isWaterArea(tags) && !isBuilding(tags) && areaLevel(tags) === null
  const note = () => context.note({ code: 'hole_missing', number: relation.id, text: tags.name ?? identity.sourceId })
  // an island at the edge of the extract must not take the river off the map; no number depends on it
  const area = surface ? assembleArea(relation, ways, nodes, note) : assembleArea(relation, ways, nodes)
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

import { hasAddress } from './address-fields.ts'
import { areaLevel } from './area-fields.ts'
import { isBuilding } from './building-fields.ts'
import { osmBlocks } from './osm-blocks.ts'
import type { OsmHeader, OsmRelation, OsmTags } from './osm-entity.ts'
import { placeFields } from './place-fields.ts'
import { isWaterArea } from './water-kind.ts'

export interface FoundRelations {
  relations: OsmRelation[]
  /** Ways whose shape the relations need. */
  memberWays: Set<number>
  /** Newest change of any object, or the extract's own date where its header has one; null where neither is written. */
  asOf: string | null
  /** [west, south, east, north] of the extract in degrees, null where its header says nothing. */
  extent: [number, number, number, number] | null
}

/** First pass: the relations that become records, and how fresh the file is. */
export async function findRelations(file: string, onBytes: (read: number) => void): Promise<FoundRelations> {
  const found: FoundRelations = { relations: [], memberWays: new Set(), asOf: null, extent: null }
  let newest = 0
  let extract = 0
  for await (const block of osmBlocks(
    file,
    { withTags: { node: false, way: false, relation: true }, withInfo: true },
    onBytes,
  )) {
    for (const entity of block) {
      if (entity.type === undefined) {
        extract = (entity.osmosis_replication_timestamp ?? 0) * 1000
        found.extent = extentOf(entity)
        continue
      }
      newest = Math.max(newest, entity.info?.timestamp ?? 0)
      if (entity.type === 'relation' && isWanted(entity.tags ?? {})) {
        found.relations.push(entity)
        for (const member of entity.members) if (member.type === 'way') found.memberWays.add(member.ref)
      }
    }
  }
  const time = extract > 0 ? extract : newest
  found.asOf = time > 0 ? new Date(time).toISOString().slice(0, 10) : null
  return found
}

function extentOf({ bbox }: OsmHeader): FoundRelations['extent'] {
  return bbox == null ? null : [bbox.left / 1e9, bbox.bottom / 1e9, bbox.right / 1e9, bbox.top / 1e9]
}

function isWanted(tags: OsmTags): boolean {
  if (areaLevel(tags) !== null) return true
  if (tags.type !== 'multipolygon') return false
  return isBuilding(tags) || isWaterArea(tags) || hasAddress(tags) || placeFields(tags) !== null
}

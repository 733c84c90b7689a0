import { hasAddress } from './address-fields.ts'
import { isBuilding } from './building-fields.ts'
import { createIdList, createNodeLocations, type NodeLocations } from './node-locations.ts'
import { osmBlocks } from './osm-blocks.ts'
import type { OsmTags } from './osm-entity.ts'
import { placeFields } from './place-fields.ts'
import { roadClass } from './road-fields.ts'
import { isWaterArea, waterLineKind } from './water-kind.ts'

/** Whether a way becomes a record by its own tags. */
export function isWantedWay(tags: OsmTags): boolean {
  return (
    roadClass(tags) !== null ||
    isBuilding(tags) ||
    waterLineKind(tags) !== null ||
    isWaterArea(tags) ||
    hasAddress(tags) ||
    placeFields(tags) !== null
  )
}

/** Second pass: room for the locations of the nodes that wanted ways and relations stand on, still empty. */
export async function findNodes(
  file: string,
  memberWays: ReadonlySet<number>,
  onBytes: (read: number) => void,
): Promise<NodeLocations> {
  const ids = createIdList()
  for await (const block of osmBlocks(file, { withTags: { node: false, way: true, relation: false } }, onBytes)) {
    for (const entity of block) {
      if (entity.type !== 'way') continue
      if (!memberWays.has(entity.id) && !isWantedWay(entity.tags ?? {})) continue
      for (const ref of entity.refs) ids.push(ref)
    }
  }
  return createNodeLocations(ids.sorted())
}

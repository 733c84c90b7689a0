import { basename } from 'node:path'
import { fileSize } from '../file-bytes.ts'
import { ImportError } from '../import-error.ts'
import type { ReadContext } from '../read-context.ts'
import type { ImportRecord } from '../record.ts'
import { barrierWord } from './barrier-nodes.ts'
import { isBuilding } from './building-fields.ts'
import { extentRecord } from './extent-record.ts'
import { findNodes, isWantedWay } from './find-nodes.ts'
import { findRelations } from './find-relations.ts'
import { osmBlocks } from './osm-blocks.ts'
import type { OsmRelation, OsmWay } from './osm-entity.ts'
import { recordsOfNode } from './records-of-node.ts'
import { recordsOfRelation } from './records-of-relation.ts'
import { recordsOfWay } from './records-of-way.ts'

export interface OsmFile {
  /** The date of the data, YYYY-MM-DD, or null where the file does not tell. */
  asOf: string | null
  records: AsyncIterable<ImportRecord>
}

/**
 * Reads an OSM extract (`.osm.pbf`, sorted by type then id as all extracts are) in three passes, so that memory holds
 * only the wanted relations, their ways' node ids, and 16 bytes a node of a wanted way. Ids of records are `n…`, `w…`,
 * `r…`.
 */
export async function openOsm(file: string, context: ReadContext): Promise<OsmFile> {
  const size = await fileSize(file)
  const pass = (number: number) => (read: number) => context.progress(number * size + Math.min(read, size), 3 * size)
  const { relations, memberWays, asOf, extent } = await findRelations(file, pass(0))
  const nodes = await findNodes(file, memberWays, pass(1))
  return { asOf, records: readRecords() }

  async function* readRecords(): AsyncGenerator<ImportRecord> {
    const ways = new Map<number, readonly number[]>()
    const outlines = outlinesOf(relations)
    const barriers: Map<number, string> = new Map()
    for await (const block of osmBlocks(file, { withTags: { node: true, way: true, relation: false } }, pass(2))) {
      for (const entity of block) {
        if (entity.type === 'node') {
          if (ways.size > 0) throw new ImportError('format_broken', `${file}: nodes after ways (osmium sort)`)
          nodes.set(entity.id, entity.lon, entity.lat)
          const barrier = barrierWord(entity.tags ?? {})
          if (barrier !== null) barriers.set(entity.id, barrier)
          yield* recordsOfNode(entity, context)
        } else if (entity.type === 'way') {
          if (memberWays.has(entity.id)) ways.set(entity.id, entity.refs)
          const way = outlines.has(entity.id) ? withoutBuilding(entity) : entity
          if (isWantedWay(way.tags ?? {})) yield* recordsOfWay(way, nodes, context, barriers)
        }
      }
    }
    let hasCounty = false
    for (const relation of relations) {
      for (const record of recordsOfRelation(relation, ways, nodes, context)) {
        hasCounty ||=
          record.noun === 'areas' && ['province', 'prefecture', 'county'].includes(String(record.fields.level))
        yield record
      }
    }
    if (hasCounty || extent === null) return
    const district = extentRecord(extent, basename(file).replace(/\.osm\.pbf$/i, ''))
    context.note({ code: 'extent_taken', number: 0, text: String(district.fields.name) })
    yield district
  }
}

/** Outer ways of building relations: the relation is the building, its outline must not come in a second time. */
function outlinesOf(relations: readonly OsmRelation[]): Set<number> {
  const outlines = new Set<number>()
  for (const relation of relations) {
    if (!isBuilding(relation.tags ?? {})) continue
    for (const member of relation.members) if (member.role === 'outer') outlines.add(member.ref)
  }
  return outlines
}

function withoutBuilding(way: OsmWay): OsmWay {
  return { ...way, tags: Object.fromEntries(Object.entries(way.tags ?? {}).filter(([key]) => key !== 'building')) }
}

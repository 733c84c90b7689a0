import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { addFault, createFaultList } from '../import/fault-list.ts'
import { openGeojson } from '../import/geojson/read-geojson.ts'
import { ADDRESSES } from '../import/nouns/addresses.ts'
import { AREAS } from '../import/nouns/areas.ts'
import { BUILDINGS } from '../import/nouns/buildings.ts'
import { CHECKPOINTS } from '../import/nouns/checkpoints.ts'
import type { NounSpec } from '../import/nouns/noun-spec.ts'
import { PLACES } from '../import/nouns/places.ts'
import { ROADS } from '../import/nouns/roads.ts'
import { SITES } from '../import/nouns/sites.ts'
import { WATER } from '../import/nouns/water.ts'
import { readRecords } from '../import/read-records.ts'
import type { ReadContext } from '../import/read-context.ts'
import type { ImportRecord } from '../import/record.ts'
import { sourceCrs } from '../import/source-crs.ts'
import { rootDir } from '../root.ts'
import type { Store } from '../store/connect.ts'
import { runImport, type ImportReport } from './imports.ts'

const FOLDER = join(rootDir, 'data', 'demo')

/** In the order of their dependence: addresses name buildings, checkpoints name roads. */
const FILES: readonly NounSpec[] = [AREAS, PLACES, BUILDINGS, ROADS, WATER, ADDRESSES, SITES, CHECKPOINTS]

const DATASET = {
  source: 'demo',
  title: '云渡县（虚构演示数据）',
  titleEn: 'Yundu County (synthetic demo data)',
  licence: 'Apache-2.0',
  crs: 'wgs84',
  asOf: '2026-11-01',
  synthetic: true,
} as const

export type DemoOptions = { onProgress?: (progress: { done: number; total: number; what: string }) => void }

/**
 * Loads the demo district's ground from data/demo into the dataset `demo`, in one transaction with one event: areas,
 * places, buildings with their people, roads, water, addresses, sites and checkpoints. Its zones are not part of it.
 * Any fault in a file stops it (ImportError `faults_in_strict`); running it again changes nothing.
 */
export async function loadDemo(store: Store, { onProgress = () => {} }: DemoOptions = {}): Promise<ImportReport> {
  const faults = createFaultList()
  const sizes = await Promise.all(FILES.map(async ({ noun }) => (await stat(fileOf(noun))).size))
  const total = sizes.reduce((sum, size) => sum + size, 0)

  async function* records(): AsyncGenerator<ImportRecord> {
    let before = 0
    for (const [at, spec] of FILES.entries()) {
      const context: ReadContext = {
        fault: (fault) => addFault(faults, { ...fault, text: `${spec.noun}: ${fault.text}` }),
        note: () => {}, // only readers of OSM extracts have any
        progress: (done) => onProgress({ done: before + done, total, what: spec.noun }),
      }
      const source = await openGeojson(fileOf(spec.noun), context)
      for await (const record of readRecords(source, spec, sourceCrs('wgs84', null), context)) {
        yield record
        const people = peopleOf(record)
        if (people !== null) yield people
      }
      before += sizes[at] ?? 0
    }
  }
  return runImport(store, {
    dataset: DATASET,
    records: records(),
    faults,
    strict: true,
    actor: 'system',
    file: 'data/demo',
  })
}

function fileOf(noun: string): string {
  return join(FOLDER, `${noun}.geojson`)
}

/** The population row of a building that the file counts people in. */
function peopleOf({ noun, number, sourceId, fields }: ImportRecord): ImportRecord | null {
  if (noun !== 'buildings' || typeof fields.people !== 'number') return null
  const { people, households = null } = fields
  return { noun: 'population', number, sourceId, geometry: null, fields: { people, households, building: sourceId } }
}

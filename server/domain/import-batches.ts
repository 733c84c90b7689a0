import type { Geometry } from 'geojson'
import { eachPosition } from '#shared/geometry/each-position.ts'
import type { ImportNoun, ImportRecord } from '../import/record.ts'

/** The order in which a batch's nouns are written: what others point to comes first. */
const ORDER: readonly ImportNoun[] = [
  'areas',
  'buildings',
  'roads',
  'water',
  'places',
  'population',
  'addresses',
  'sites',
  'checkpoints',
]

const MAX_RECORDS = 2_000
const MAX_POSITIONS = 200_000

/**
 * Gathers records until there are some 2,000 of them or 200,000 positions, and gives them out by noun, in the order of
 * their dependence. Only one such batch is ever held.
 */
export async function* batchesOf(
  records: AsyncIterable<ImportRecord>,
): AsyncGenerator<{ noun: ImportNoun; records: ImportRecord[] }> {
  let held: ImportRecord[] = []
  let positions = 0
  for await (const record of records) {
    held.push(record)
    positions += record.geometry === null ? 0 : countPositions(record.geometry)
    if (held.length < MAX_RECORDS && positions < MAX_POSITIONS) continue
    yield* byNoun(held)
    held = []
    positions = 0
  }
  yield* byNoun(held)
}

function* byNoun(records: readonly ImportRecord[]): Generator<{ noun: ImportNoun; records: ImportRecord[] }> {
  for (const noun of ORDER) {
    const ofNoun = records.filter((record) => record.noun === noun)
    if (ofNoun.length > 0) yield { noun, records: ofNoun }
  }
}

function countPositions(geometry: Geometry): number {
  let count = 0
  eachPosition(geometry, () => {
    count += 1
  })
  return count
}

import { sql } from 'kysely'
import type { Trx } from './transaction.ts'

export type Dataset = {
  source: string
  title: string
  titleEn: string | null
  licence: string | null
  crs: 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09' | 'projected'
  /** Date of the data, YYYY-MM-DD. */
  asOf: string
  synthetic: boolean
}

/** Makes the dataset's row where there is none, before the rows that point to it. Returns whether it is new. */
export async function openDataset(trx: Trx, dataset: Dataset): Promise<boolean> {
  const made = await trx
    .insertInto('datasets')
    .values(columnsOf(dataset))
    .onConflict((conflict) => conflict.column('source').doNothing())
    .returning('source')
    .execute()
  return made.length > 0
}

/** After an import that changed something: the row says what the last import said, and when it was. */
export async function stampDataset(trx: Trx, dataset: Dataset): Promise<void> {
  await trx
    .updateTable('datasets')
    .set({ ...columnsOf(dataset), imported_at: sql<string>`clock_timestamp()` })
    .where('source', '=', dataset.source)
    .execute()
}

/** After an import that brought nothing into a new dataset. */
export async function dropEmptyDataset(trx: Trx, source: string): Promise<void> {
  await trx.deleteFrom('datasets').where('source', '=', source).execute()
}

function columnsOf({ source, title, titleEn, licence, crs, asOf, synthetic }: Dataset) {
  return { source, title, title_en: titleEn, licence, crs, as_of: asOf, synthetic }
}

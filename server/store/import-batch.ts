import { CompiledQuery, sql } from 'kysely'
import type { Geometry } from 'geojson'
import { importBatchSql } from './import-batch-sql.ts'
import type { Trx } from './transaction.ts'

/** A record for the store; `geometry` is EPSG:4326, [lng, lat]. */
export type ImportRow = { sourceId: string; geometry: Geometry | null; fields: Readonly<Record<string, unknown>> }

/**
 * `at` is the index of the row in the batch; `reason` is `bad_geometry`, `no_building`, `code_taken` or
 * `database_refuses`.
 */
export type ImportRefusal = { at: number; reason: string; text: string; place: [number, number] | null }

export type BatchOutcome = { inserted: number; updated: number; refused: ImportRefusal[] }

/** SQLSTATE of a ground that leaves the area which the transaction acts for (migration 0010). */
const OUTSIDE = 'SQ403'

type Answer = {
  inserted: number
  updated: number
  faults: { ord: number; reason: string; text: string; lng: number | null; lat: number | null }[]
}

/**
 * Inserts or updates rows of one noun, only where something differs. A row the database refuses (a check, a code that
 * another dataset holds) is singled out by halving the batch and named; the others go in.
 * Ids must not repeat within the batch.
 */
export async function importBatch(
  trx: Trx,
  noun: string,
  source: string,
  asOf: string,
  rows: readonly ImportRow[],
  from = 0,
): Promise<BatchOutcome> {
  if (rows.length === 0) return { inserted: 0, updated: 0, refused: [] }
  await sql`savepoint import_batch`.execute(trx)
  try {
    const { rows: answers } = await trx.executeQuery<Answer>(
      CompiledQuery.raw(importBatchSql(noun), [rowsJson(rows), source, asOf]),
    )
    await sql`release savepoint import_batch`.execute(trx)
    return outcome(answers[0], from)
  } catch (error) {
    await sql`rollback to savepoint import_batch`.execute(trx)
    await sql`release savepoint import_batch`.execute(trx)
    if (!isRefusal(error)) throw error
    if (rows.length === 1) return { inserted: 0, updated: 0, refused: [refusal(error, from)] }
    const half = Math.ceil(rows.length / 2)
    const first = await importBatch(trx, noun, source, asOf, rows.slice(0, half), from)
    const second = await importBatch(trx, noun, source, asOf, rows.slice(half), from + half)
    return {
      inserted: first.inserted + second.inserted,
      updated: first.updated + second.updated,
      refused: [...first.refused, ...second.refused],
    }
  }
}

function outcome(answer: Answer | undefined, from: number): BatchOutcome {
  const refused = (answer?.faults ?? []).map(({ ord, reason, text, lng, lat }): ImportRefusal => ({
    at: from + ord,
    reason,
    text,
    place: lng === null || lat === null ? null : [lng, lat],
  }))
  return { inserted: answer?.inserted ?? 0, updated: answer?.updated ?? 0, refused }
}

/** Rows as JSON text. U+0000 and lone surrogates, which no text in the database can hold, are left out. */
function rowsJson(rows: readonly ImportRow[]): string {
  const records = rows.map(({ sourceId, geometry, fields }, ord) => ({
    ...fields,
    ord,
    source_id: sourceId,
    geometry: geometry === null ? null : JSON.stringify(geometry),
  }))
  return JSON.stringify(records, (_, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
      : value,
  )
}

/**
 * SQLSTATE classes 22 (data) and 23 (constraints), PostGIS's own complaints, and a ground outside the jurisdiction:
 * the fault of a row, not of the database.
 */
function isRefusal(error: unknown): error is Error & { code: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('22') || code.startsWith('23') || code === 'XX000' || code === OUTSIDE
}

function refusal(error: Error & { code: string }, at: number): ImportRefusal {
  const reason = error.code === '23505' ? 'code_taken' : error.code === OUTSIDE ? 'outside_jurisdiction' : 'database_refuses'
  return { at, reason, text: error.message, place: null }
}

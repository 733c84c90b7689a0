import { sql } from 'kysely'
import type { Evidence } from '#shared/schema/evidence.ts'
import type { Db } from './connect.ts'
import type { Trx } from './transaction.ts'

const COLUMNS = [
  'id', 'zone_id', 'type', 'on_date as on', 'count', 'expected', 'sampled', 'negative', 'positive', 'note', 'corrects', 'withdrawn',
  'entered_by', 'entered_at',
] as const

/** Evidence of zones, oldest entry first; of `at` (ISO 8601): what had been entered by then. */
export function evidenceOf(db: Db, zoneIds: readonly string[], at?: string): Promise<Evidence[]> {
  const entered = db
    .selectFrom('zone_evidence')
    .select(COLUMNS)
    .where('zone_id', '=', sql<string>`any(${[...zoneIds]}::text[])`)
    .orderBy('id')
  return (at === undefined ? entered : entered.where('entered_at', '<=', at)).execute()
}

/** One page of a zone's entries, newest first, before number `before`. */
export const evidencePage = (db: Db, zoneId: string, before: number, limit: number): Promise<Evidence[]> =>
  db.selectFrom('zone_evidence').select(COLUMNS).where('zone_id', '=', zoneId).where('id', '<', before).orderBy('id', 'desc').limit(limit).execute()

/** An entry with whether a later one took its place. */
export async function findEvidence(db: Db, zoneId: string, id: number): Promise<(Evidence & { corrected: boolean }) | undefined> {
  const row = await db.selectFrom('zone_evidence').select(COLUMNS).where('zone_id', '=', zoneId).where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const later = await db.selectFrom('zone_evidence').select('id').where('corrects', '=', id).executeTakeFirst()
  return { ...row, corrected: later !== undefined }
}

export type NewEvidenceRow = Omit<Evidence, 'id' | 'entered_at'>

export async function insertEvidence(trx: Trx, { on, ...row }: NewEvidenceRow): Promise<Evidence> {
  return trx.insertInto('zone_evidence').values({ ...row, on_date: on }).returning(COLUMNS).executeTakeFirstOrThrow()
}

/** Whether any entry that still stands was made about a zone after a moment (ISO 8601). */
export async function hasEvidenceSince(db: Db, zoneId: string, moment: string): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    select e.id from zone_evidence e
    where e.zone_id = ${zoneId} and e.entered_at > ${moment} and not e.withdrawn
      and not exists (select from zone_evidence later where later.corrects = e.id)
    limit 1`.execute(db)
  return rows.length > 0
}

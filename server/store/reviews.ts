import { sql, type Selectable } from 'kysely'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import type { Tables } from './tables.ts'
import type { Trx } from './transaction.ts'

/** A review as stored, with its zone's name as it stands in what is reviewed. */
export type ReviewRow = Selectable<Tables['zone_reviews']> & { kind: ZoneKind; name: string; name_en: string | null }
export type ReviewOutcome = NonNullable<Tables['zone_reviews']['outcome']>

const SELECT = sql`
  select r.*, z.kind,
    coalesce(v.name, d.content ->> 'name', newest.name, r.zone_id) as name,
    coalesce(v.name_en, d.content ->> 'name_en', newest.name_en) as name_en
  from zone_reviews r
  join zones z on z.id = r.zone_id
  left join zone_versions v on v.zone_id = r.zone_id and v.version = r.version
  left join zone_drafts d on d.zone_id = r.zone_id and r.lane = 'before'
  left join lateral (
    select name, name_en from zone_versions n where n.zone_id = r.zone_id order by version desc limit 1
  ) newest on true`

/** Open reviews, and objections to zones still in force: the first due comes first. */
export async function pendingReviews(db: Db): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    ${SELECT}
    where r.outcome is null
      or r.outcome = 'objected' and exists (
        select from zone_periods p where p.zone_id = r.zone_id and p.version = r.version
          and upper_inf(p.valid) and upper_inf(p.recorded))
    order by r.due_at, r.id`.execute(db)
  return rows
}

/** A zone's reviews, the newest first. */
export async function reviewsOf(db: Db, zoneId: string, limit: number): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`${SELECT} where r.zone_id = ${zoneId} order by r.id desc limit ${limit}`.execute(db)
  return rows
}

export async function findReview(db: Db, id: number): Promise<ReviewRow | undefined> {
  const { rows } = await sql<ReviewRow>`${SELECT} where r.id = ${id}`.execute(db)
  return rows[0]
}

/** The newest review of a zone's draft, open or decided. */
export async function newestDraftReview(db: Db, zoneId: string): Promise<ReviewRow | undefined> {
  const { rows } = await sql<ReviewRow>`
    ${SELECT} where r.zone_id = ${zoneId} and r.lane = 'before' order by r.id desc limit 1`.execute(db)
  return rows[0]
}

export type NewReview = {
  zoneId: string
  lane: 'before' | 'after'
  revision: number | null
  version: number | null
  hash: string
  submittedAt: Date
  submittedBy: string
  reason: string | null
  dueAt: Date
  barred: readonly number[]
}

export async function insertReview(trx: Trx, review: NewReview): Promise<number> {
  const { id } = await trx
    .insertInto('zone_reviews')
    .values({
      zone_id: review.zoneId,
      lane: review.lane,
      revision: review.revision,
      version: review.version,
      hash: review.hash,
      submitted_at: review.submittedAt,
      submitted_by: review.submittedBy,
      reason: review.reason,
      due_at: review.dueAt,
      barred: [...review.barred],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type Decision = { outcome: ReviewOutcome; at: Date; by: string; decider: number; note: string | null; approvedHash?: string | null }

/** Decides an open review; it can never be decided again. */
export async function decideReview(trx: Trx, id: number, { outcome, at, by, decider, note, approvedHash = null }: Decision): Promise<void> {
  await trx
    .updateTable('zone_reviews')
    .set({ outcome, decided_at: at, decided_by: by, decider, note, approved_hash: approvedHash })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .execute()
}

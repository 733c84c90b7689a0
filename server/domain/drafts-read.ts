import type { Draft } from '#shared/schema/zone.ts'
import { exposureOf } from '../geometry-worker/geometry.ts'
import type { Db } from '../store/connect.ts'
import { draftSizes, findDraft, findDraftHead, listDrafts, type DraftHead, type DraftRow } from '../store/drafts.ts'
import { newestDraftReview } from '../store/reviews.ts'
import { NotFound } from './errors.ts'
import type { ZoneDeps } from './zone-deps.ts'

/** The ground of the drafts of one page, as it is stored: a corner takes 16 bytes, and some 100 in the answer. */
const MOST_PAGE_BYTES = 2_000_000

/** A draft with the numbers of people as they are known now, and the reasons for which it came back from review. */
export const toDraft = async (db: Db, row: DraftRow, figures: ZoneDeps['figures']): Promise<Draft> => ({
  zone_id: row.zoneId,
  kind: row.kind,
  revision: row.revision,
  state: row.state,
  based_on: row.basedOn,
  content: row.content,
  geometry: row.geometry,
  exposure: await exposureOf(row.geometry, figures),
  updated_at: row.updatedAt,
  updated_by: row.updatedBy,
  rejection: await rejectionOf(db, row),
})

/** Why a draft came back: shown until it is handed in again. */
async function rejectionOf(db: Db, { zoneId, state }: DraftRow): Promise<Draft['rejection']> {
  if (state !== 'rejected' && state !== 'draft') return null
  const review = await newestDraftReview(db, zoneId)
  if (review?.outcome !== 'rejected' || review.decided_by === null || review.decided_at === null) return null
  return { reason: review.note ?? '', by: review.decided_by, at: review.decided_at }
}

/** @throws NotFound draft_missing */
export const requireDraft = async (db: Db, zoneId: string): Promise<DraftRow> => known(await findDraft(db, zoneId), zoneId)

/** @throws NotFound draft_missing */
export const requireDraftHead = async (db: Db, zoneId: string): Promise<DraftHead> => known(await findDraftHead(db, zoneId), zoneId)

function known<T>(draft: T | undefined, zoneId: string): T {
  if (draft === undefined) throw new NotFound('draft_missing', { zone: zoneId })
  return draft
}

/** @throws NotFound draft_missing */
export const readDraft = async ({ store, figures }: ZoneDeps, zoneId: string): Promise<Draft> =>
  toDraft(store.db, await requireDraft(store.db, zoneId), figures)

/**
 * One page of drafts by zone id, after the one named ('' for the first page): `limit` of them, or fewer where their lines
 * are long. `next` names the last of the page where there are more.
 */
export async function readDrafts({ store, figures }: ZoneDeps, after: string, limit: number): Promise<{ items: Draft[]; next: string | null }> {
  const sizes = await draftSizes(store.db, after, limit + 1)
  let bytes = 0
  const longer = sizes.findIndex((draft, n) => (bytes += draft.bytes) > MOST_PAGE_BYTES && n > 0)
  const page = sizes.slice(0, longer === -1 ? limit : Math.min(limit, longer)).map(({ zoneId }) => zoneId)
  const items: Draft[] = []
  // one at a time: others wait for threads too
  for (const row of await listDrafts(store.db, page)) items.push(await toDraft(store.db, row, figures))
  return { items, next: page.length < sizes.length ? (page.at(-1) ?? null) : null }
}

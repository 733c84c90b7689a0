import type { Review } from '#shared/schema/review.ts'
import { pendingReviews, reviewsOf, type ReviewRow } from '../store/reviews.ts'
import type { Actor } from './actor.ts'
import type { ZoneDeps } from './zone-deps.ts'

/** A review as a signed-in post sees it. */
export function toReview(row: ReviewRow, reader: Actor, now: Date): Review {
  const { id, zone_id, kind, name, name_en, lane, revision, version, hash, submitted_at, submitted_by, reason, due_at } = row
  const { outcome, decided_at, decided_by, note, barred } = row
  return {
    id, zone_id, kind, name, name_en, lane, revision, version, hash, submitted_at, submitted_by, reason, due_at,
    overdue: outcome === null && new Date(due_at) <= now,
    mine: barred.includes(reader.userId),
    outcome, decided_at, decided_by, note,
  }
}

type Deps = Pick<ZoneDeps, 'store' | 'now'>

/** What waits for a reviewer, the first due first; objections stay until their version is out of force. */
export const reviewQueue = async ({ store, now }: Deps, reader: Actor): Promise<Review[]> =>
  (await pendingReviews(store.db)).map((row) => toReview(row, reader, now()))

const MOST_LISTED = 200

/** A zone's reviews, the newest first. */
export const zoneReviews = async ({ store, now }: Deps, reader: Actor, zoneId: string): Promise<Review[]> =>
  (await reviewsOf(store.db, zoneId, MOST_LISTED)).map((row) => toReview(row, reader, now()))

import type { ZoneDeps } from './zone-deps.ts'

/** The clocks of reviews in hours, and the fewest households that a public zone may enclose. */
export type ReviewSettings = { reviewHours: number; fastLaneReviewHours: number; minHouseholds: number }

export type ReviewDeps = ZoneDeps & { review: ReviewSettings }

/** When a review that is demanded now must be decided. */
export const dueAfter = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

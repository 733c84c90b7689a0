import type { Deps } from '../deps.ts'
import type { ReviewDeps } from '../domain/review-deps.ts'

/** What the use cases of zones need, with the figures that the live picture holds. */
export const zoneDeps = async ({ store, now, live, config, rules }: Deps): Promise<ReviewDeps> => {
  const { reviewHours, fastLaneReviewHours, minHouseholds } = config
  return { store, now, figures: await live.figures(), packs: rules.byId, review: { reviewHours, fastLaneReviewHours, minHouseholds } }
}

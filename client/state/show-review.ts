import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Review } from '#shared/schema/review.ts'
import type { App } from './create-app.ts'

/** Opens what a review is about, on the map and beside it. */
export function showReview({ drafts, zones, reviewing, camera, planner, candidates }: Pick<App, 'drafts' | 'zones' | 'reviewing' | 'camera' | 'planner' | 'candidates'>, review: Review): void {
  if (planner.planning.value && planner.dirty.value) return // what is written stays in hand
  if (planner.planning.value) planner.leave()
  candidates.close()
  if (review.lane === 'after') {
    reviewing.openAfter(review)
    const zone = zones.get(review.zone_id)
    if (zone) camera.fit(boundsOf(zone.geometry))
    return
  }
  const draft = drafts.get(review.zone_id)
  if (!draft) return
  void reviewing.open(draft)
  camera.fit(boundsOf(draft.geometry))
}

import { signal } from '@preact/signals-core'
import type { Review } from '#shared/schema/review.ts'
import type { Api } from '../api/create-api.ts'
import { coalesce } from './coalesce.ts'

export type Reviews = ReturnType<typeof createReviews>

/** What waits for a reviewer, the first due first; known to signed-in posts only. */
export function createReviews(api: Api, signedIn: () => boolean) {
  const all = signal<readonly Review[]>([])
  const load = coalesce(async () => {
    if (!signedIn()) {
      all.value = []
      return
    }
    const answer = await api.reviews.list()
    if (answer.ok) all.value = answer.value.items
  })
  return {
    all,
    load,
    /** The open review of a zone's draft. */
    ofDraft: (zoneId: string) => all.value.find((review) => review.zone_id === zoneId && review.lane === 'before'),
  }
}

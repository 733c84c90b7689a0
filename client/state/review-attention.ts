import type { Review } from '#shared/schema/review.ts'

export type ReviewAttention = { type: 'late' | 'objected' | 'after'; review: Review; inS: number }

/** Reviews that a command post should see: overdue ones first, then objections, then the fast lane's that are still open. */
export function reviewAttention(reviews: readonly Review[], now: Date): ReviewAttention[] {
  const rank = { late: 0, objected: 1, after: 2 }
  return reviews
    .flatMap((review): ReviewAttention[] => {
      const inS = (new Date(review.due_at).getTime() - now.getTime()) / 1000
      if (review.outcome === 'objected') return [{ type: 'objected', review, inS }]
      if (review.outcome !== null) return []
      if (inS <= 0) return [{ type: 'late', review, inS }]
      return review.lane === 'after' ? [{ type: 'after', review, inS }] : []
    })
    .sort((a, b) => rank[a.type] - rank[b.type] || a.inS - b.inS)
}

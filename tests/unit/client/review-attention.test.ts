import { describe, expect, it } from 'vitest'
import { reviewAttention } from '../../../client/state/review-attention.ts'

const NOW = new Date('2026-11-21T10:00:00Z')
const review = (id: number, more: object) => ({ id, lane: 'before', outcome: null, due_at: '2026-11-21T12:00:00Z', ...more }) as Parameters<typeof reviewAttention>[0][number]

describe('reviews that need attention', () => {
  it('are the late ones first, then objections, then what the fast lane still owes', () => {
    const items = reviewAttention(
      [
        review(1, {}), review(2, { lane: 'after' }), review(3, { lane: 'after', outcome: 'objected' }),
        review(4, { due_at: '2026-11-21T09:00:00Z' }), review(5, { lane: 'after', due_at: '2026-11-21T08:00:00Z' }), review(6, { outcome: 'approved', due_at: '2026-11-21T08:00:00Z' }),
      ],
      NOW,
    )
    expect(items.map(({ type, review: { id }, inS }) => [type, id, inS])).toEqual([['late', 5, -7200], ['late', 4, -3600], ['objected', 3, 7200], ['after', 2, 7200]])
  })
})

import type { zhReview } from './zh-review.ts'

/** Texts of review, pre-flight and the smallest sufficient zone, in English. */
export const enReview: typeof zhReview = {
  state: { draft: 'Draft', in_review: 'In review', approved: 'Approved', rejected: 'Sent back' },
  submit: 'Submit for review',
  submitted: 'Submitted for review',
}

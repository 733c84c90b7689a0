import { signal } from '@preact/signals-core'
import type { Problem } from '#shared/schema/problem.ts'
import type { Review } from '#shared/schema/review.ts'
import type { Draft } from '#shared/schema/zone.ts'
import type { Answer } from '../api/answer.ts'
import type { Api } from '../api/create-api.ts'
import { draftTag, type Drafts } from './drafts.ts'
import type { PreflightState } from './preflight.ts'
import type { Reviews } from './reviews.ts'

/** What a reviewer looks at: a draft on its way to force, or what the fast lane put in force. */
export type Looked = { type: 'draft'; draft: Draft } | { type: 'after'; review: Review }

/** The review being done; a decision that is refused says why and leaves everything as it is. */
export function createReviewing(api: Api, { drafts, reviews, preflight }: { drafts: Drafts; reviews: Reviews; preflight: PreflightState }) {
  const current = signal<Looked | null>(null)
  const problem = signal<Problem | null>(null)
  const busy = signal(false)

  const close = () => {
    current.value = null
    problem.value = null
    preflight.clear()
  }
  const open = (draft: Draft) => {
    problem.value = null
    current.value = { type: 'draft', draft }
    return preflight.show(draft)
  }
  const settle = async <T>(call: Promise<Answer<T>>): Promise<T | null> => {
    busy.value = true
    problem.value = null
    const answer = await call
    busy.value = false
    if (answer.ok) {
      await Promise.all([drafts.load(), reviews.load()])
      return answer.value
    }
    problem.value = answer.problem
    if (answer.status === 409 || answer.status === 412) await Promise.all([drafts.load(), preflight.load()])
    return null
  }
  const decide = async (call: (draft: Draft) => Promise<Answer<Draft>>): Promise<Draft | null> => {
    const looked = current.value
    if (looked?.type !== 'draft') return null
    const decided = await settle(call(looked.draft))
    if (decided) current.value = { type: 'draft', draft: decided }
    return decided
  }
  return {
    current, problem, busy, open, close,
    openAfter(review: Review) {
      preflight.clear()
      problem.value = null
      current.value = { type: 'after', review }
    },
    /** Another look: the draft as it stands now; closed when it is gone. */
    follow(all: readonly Draft[]) {
      const looked = current.peek()
      if (looked?.type !== 'draft') return
      const fresh = all.find((draft) => draft.zone_id === looked.draft.zone_id)
      if (!fresh) close()
      else if (fresh.revision !== looked.draft.revision) void open(fresh)
      else if (fresh.state !== looked.draft.state) current.value = { type: 'draft', draft: fresh }
    },
    approve: (hash: string, note: string) =>
      decide((draft) => api.zones.approve(draft.zone_id, draftTag(draft), { hash, ...(note.trim() === '' ? {} : { note: note.trim() }) })),
    reject: (reason: string) => decide((draft) => api.zones.reject(draft.zone_id, draftTag(draft), { reason: reason.trim() })),
    async afterwards(outcome: 'confirmed' | 'objected', reason: string): Promise<boolean> {
      const looked = current.value
      if (looked?.type !== 'after') return false
      const decided = await settle(api.reviews.afterwards(looked.review.id, { outcome, reason: reason.trim() }))
      if (decided) current.value = { type: 'after', review: decided }
      return decided !== null
    },
  }
}

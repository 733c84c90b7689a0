import { signal } from '@preact/signals-core'
import type { Problem } from '#shared/schema/problem.ts'
import type { Draft, ZoneDetails } from '#shared/schema/zone.ts'
import type { Answer, Failure } from '../api/answer.ts'
import type { Api } from '../api/create-api.ts'
import { draftTag, type Drafts } from './drafts.ts'
import { contentOf } from './planner-form.ts'
import type { Planner } from './planner.ts'

/** Saving, publishing and discarding what is being planned. Somebody else's change becomes `conflict`; nothing is lost. */
export function createPlannerSave(api: Api, planner: Planner, drafts: Drafts) {
  const saving = signal(false)
  const problem = signal<Problem | null>(null)
  /** the draft as somebody else left it, while both versions are shown */
  const conflict = signal<Draft | null>(null)

  const fail = async (answer: Failure) => {
    const draft = planner.planning.value?.draft
    if (answer.status === 412 && draft) {
      const theirs = await api.drafts.get(draft.zone_id)
      if (theirs.ok) {
        conflict.value = theirs.value
        return
      }
    }
    problem.value = answer.problem
  }
  const attempt = async <T>(task: () => Promise<Answer<T>>): Promise<T | null> => {
    saving.value = true
    problem.value = null
    const answer = await task()
    if (!answer.ok) await fail(answer)
    saving.value = false
    return answer.ok ? answer.value : null
  }

  /** Saves what is written; null where it is not complete or was refused. */
  const save = async (): Promise<Draft | null> => {
    const { planning, ground, form, faults, tried } = planner
    tried.value = true
    const definition = ground.definition.value
    const plan = planning.value
    if (!plan || !definition || Object.keys(faults.value).length > 0) return null
    const content = contentOf(form.value, definition)
    const { draft, kind } = plan
    const saved = await attempt(() =>
      draft ? api.drafts.save(draft.zone_id, draftTag(draft), content) : api.zones.create({ kind, content }),
    )
    if (saved) {
      planner.settle(saved)
      await drafts.load()
    }
    return saved
  }
  return {
    saving, problem, conflict, save,
    /** Hands in what is saved; the clock of the review begins. */
    async submit(draft: Draft): Promise<Draft | null> {
      const submitted = await attempt(() => api.zones.submit(draft.zone_id, draftTag(draft)))
      if (submitted) {
        planner.settle(submitted)
        await drafts.load()
      }
      return submitted
    },
    /** The fast lane: in force at once, with a reason, and reviewed afterwards. */
    async publishUrgent(draft: Draft, hash: string, reason: string): Promise<ZoneDetails | null> {
      const published = await attempt(() => api.zones.publishUrgent(draft.zone_id, draftTag(draft), { hash, reason: reason.trim() }))
      if (published) {
        planner.leave()
        await drafts.load()
      }
      return published
    },
    async publish(draft: Draft): Promise<ZoneDetails | null> {
      const published = await attempt(() => api.zones.publish(draft.zone_id, draftTag(draft)))
      if (published) {
        planner.leave()
        await drafts.load()
      }
      return published
    },
    async discard(draft: Draft): Promise<boolean> {
      const gone = await attempt(async () => {
        const answer = await api.drafts.discard(draft.zone_id, draftTag(draft))
        return answer.ok ? { ...answer, value: draft.zone_id } : answer
      })
      if (gone === null) return false
      planner.leave()
      await drafts.load()
      return true
    },
    /** After a conflict: mine over theirs, theirs instead of mine, or back to mine to go on. */
    async settleConflict(choice: 'mine' | 'theirs' | 'later') {
      const theirs = conflict.value
      conflict.value = null
      if (!theirs || choice === 'later') return
      if (choice === 'theirs') planner.open(theirs)
      else {
        planner.rebase(theirs)
        await save()
      }
    },
  }
}

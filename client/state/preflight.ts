import { signal } from '@preact/signals-core'
import type { Preflight } from '#shared/schema/preflight.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { Draft } from '#shared/schema/zone.ts'
import type { Api } from '../api/create-api.ts'
import { draftTag } from './drafts.ts'

export type PreflightState = ReturnType<typeof createPreflight>

/** What publishing a draft would change, for the one draft that is looked at; the map shows its ground gained and lost. */
export function createPreflight(api: Api) {
  const draft = signal<Draft | null>(null)
  const result = signal<Preflight | null>(null)
  const problem = signal<Problem | null>(null)
  const busy = signal(false)

  const load = async () => {
    const asked = draft.value
    if (!asked) return
    busy.value = true
    problem.value = null
    const answer = await api.zones.preflight(asked.zone_id)
    if (draft.value !== asked) return
    busy.value = false
    result.value = answer.ok ? answer.value : null
    if (!answer.ok) problem.value = answer.problem
  }
  return {
    draft, result, problem, busy, load,
    show(next: Draft) {
      draft.value = next
      result.value = null
      return load()
    },
    clear() {
      draft.value = null
      result.value = null
      problem.value = null
      busy.value = false
    },
    /** A second person takes responsibility for what is abnormal; null or why it was refused. */
    async confirm(reason: string): Promise<Problem | null> {
      const [of, seen] = [draft.value, result.value]
      if (!of || !seen) return null
      const answer = await api.zones.confirmChange(of.zone_id, draftTag(of), { hash: seen.hash, reason })
      if (answer.ok) result.value = answer.value
      return answer.ok ? null : answer.problem
    },
  }
}

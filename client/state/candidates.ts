import { signal } from '@preact/signals-core'
import type { Candidate, Candidates } from '#shared/schema/candidates.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { Api } from '../api/create-api.ts'
import type { Planner } from './planner.ts'

/** The sites that a zone is sought for, the zones that would do, and the one pointed at. */
export function createCandidates(api: Api, planner: Planner) {
  const chosen = signal<readonly number[]>([])
  const found = signal<Candidates | null>(null)
  const hovered = signal<Candidate | null>(null)
  const problem = signal<Problem | null>(null)
  const busy = signal(false)
  const close = () => {
    found.value = null
    hovered.value = null
    problem.value = null
  }
  return {
    chosen, found, hovered, problem, busy, close,
    toggle: (id: number) => (chosen.value = chosen.value.includes(id) ? chosen.value.filter((other) => other !== id) : [...chosen.value, id]),
    async find(ids: readonly number[]) {
      if (ids.length === 0) return
      chosen.value = ids
      busy.value = true
      problem.value = null
      const answer = await api.candidates({ sites: [...ids] })
      busy.value = false
      found.value = answer.ok ? answer.value : null
      hovered.value = found.value?.items.find(({ level }) => level === found.value?.smallest) ?? null
      if (!answer.ok) problem.value = answer.problem
    },
    /** Begins a sealed zone with a candidate's ground; what was sufficient goes with it. */
    take(candidate: Candidate) {
      const smallest = found.value?.smallest ?? candidate.level
      const sites = [...chosen.value]
      close()
      planner.begin('sealed')
      planner.ground.set(candidate.definition)
      planner.write({ smallest: { sites, level: candidate.level, smallest } })
    },
  }
}

import { signal } from '@preact/signals-core'
import type { EvidenceSheet, Verification } from '#shared/schema/evidence-sheet.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { RuleCatalogue } from '#shared/schema/rule-pack.ts'
import type { Request } from '../api/request.ts'
import { createRules } from '../state/rules.ts'

export type Evidence = ReturnType<typeof createEvidence>

/** One sheet, for the place and moment in the page's address, and whether its hash is confirmed. */
export function createEvidence(request: Request, asked: URLSearchParams) {
  const rules = createRules({ rules: { list: () => request<RuleCatalogue>('GET', '/api/rules') } })
  const sheet = signal<EvidenceSheet | null>(null)
  const problem = signal<Problem | null>(null)
  const genuine = signal<boolean | null>(null)
  const query = Object.fromEntries(['lng', 'lat', 'address', 'at', 'knownAt'].flatMap((name) => {
    const value = asked.get(name)
    return value === null ? [] : [[name, value]]
  }))
  return {
    sheet, problem, genuine, rules,
    isMissing: query['address'] === undefined && (query['lng'] === undefined || query['lat'] === undefined),
    async load() {
      if (this.isMissing) return
      void rules.load()
      const answer = await request<EvidenceSheet>('GET', '/api/evidence-sheet', { query })
      if (!answer.ok) return void (problem.value = answer.problem)
      sheet.value = answer.value
      const confirmed = await request<Verification>('GET', answer.value.verify)
      if (confirmed.ok) genuine.value = confirmed.value.genuine && confirmed.value.chain
      else problem.value = confirmed.problem
    },
  }
}

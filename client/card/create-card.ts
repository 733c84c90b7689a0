import { signal } from '@preact/signals-core'
import type { Problem } from '#shared/schema/problem.ts'
import type { RuleCardSheet } from '#shared/schema/rule-card.ts'
import type { Request } from '../api/request.ts'

export type Card = ReturnType<typeof createCard>

/** One gate's rule card; the gate's number stands in the page's address, `#gate=12`. */
export function createCard(request: Request, asked: URLSearchParams) {
  const sheet = signal<RuleCardSheet | null>(null)
  const problem = signal<Problem | null>(null)
  const id = /^[1-9]\d{0,15}$/.exec(asked.get('gate') ?? '')?.[0] ?? null
  return {
    sheet, problem,
    isMissing: id === null,
    async load() {
      if (id === null) return
      const answer = await request<RuleCardSheet>('GET', `/api/checkpoints/${id}/rule-card`)
      if (answer.ok) sheet.value = answer.value
      else problem.value = answer.problem
    },
  }
}

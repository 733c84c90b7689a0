import type { Readiness, WhatIfChange } from '../schema/readiness.ts'

/** What would be another for a zone under another pack. Levels count as the same by what they are called. */
export function changedBy(now: Readiness, then: Readiness): WhatIfChange['changed'] {
  const title = (one: { title: { zh: string } } | null) => one?.title.zh ?? null
  return [
    ...(title(now.level) === title(then.level) ? [] : ['level' as const]),
    ...(title(now.target) === title(then.target) ? [] : ['target' as const]),
    ...(now.status === then.status ? [] : ['status' as const]),
    ...(now.earliest === then.earliest ? [] : ['earliest' as const]),
  ]
}

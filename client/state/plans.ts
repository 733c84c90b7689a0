import { signal } from '@preact/signals-core'
import type { Plan } from '#shared/schema/plan.ts'
import type { Api } from '../api/create-api.ts'
import { coalesce } from './coalesce.ts'

/** What starts and ends by itself; under embargo, so only a signed-in post has any. */
export function createPlans(api: Api, signedIn: () => boolean) {
  const all = signal<readonly Plan[]>([])
  const load = coalesce(async () => {
    const answer = signedIn() ? await api.plans.list() : null
    if (answer === null) all.value = []
    else if (answer.ok) all.value = answer.value.items
  })
  return {
    all,
    load,
    async cancel(plan: Plan) {
      const answer = await api.plans.cancel(plan)
      await load()
      return answer
    },
  }
}

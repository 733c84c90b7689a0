import { computed, signal } from '@preact/signals-core'
import type { Status } from '#shared/schema/status.ts'
import type { Api } from '../api/create-api.ts'
import type { Freshness } from './freshness.ts'

/** What the server says of itself: district, data sets, demo accounts; every answer also tells how old the picture is. */
export function createStatus(api: Api, freshness: Freshness) {
  const current = signal<Status | null>(null)
  return {
    current,
    synthetic: computed(() => current.value?.datasets.some((set) => set.synthetic) ?? false),
    async load() {
      const answer = await api.status()
      freshness.reachable.value = answer.ok || answer.status !== 0
      if (!answer.ok) return
      current.value = answer.value
      freshness.confirm(answer.value.as_of, answer.date)
    },
  }
}

import { signal } from '@preact/signals-core'
import type { ZoneReadiness } from '#shared/schema/readiness.ts'
import type { Api } from '../api/create-api.ts'
import { coalesce } from './coalesce.ts'

export type ReadinessState = ReturnType<typeof createReadiness>

/** Days pass without any event: what is ready is asked again this often. */
export const READINESS_POLL_MS = 10 * 60_000

/** Every zone in force judged by its rules, by id; known to the posts that may read evidence. */
export function createReadiness(api: Api, mayRead: () => boolean) {
  const all = signal<ReadonlyMap<string, ZoneReadiness>>(new Map())
  const load = coalesce(async () => {
    if (!mayRead()) {
      all.value = new Map()
      return
    }
    const answer = await api.readiness()
    if (answer.ok) all.value = new Map(answer.value.items.map((item) => [item.zone_id, item]))
  })
  return { all, load, get: (id: string) => all.value.get(id) }
}

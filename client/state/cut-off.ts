import { computed, effect, signal } from '@preact/signals-core'
import type { CutOffAsked, CutOffByChange } from '#shared/schema/roads.ts'
import type { Api } from '../api/create-api.ts'
import type { Writing } from './writer.ts'

const DEBOUNCE_MS = 250

/** Who is cut off by the change of a checkpoint that is being written, asked again as it changes; null while nobody knows. */
export function createCutOff(api: Api, writing: () => Writing | null) {
  const found = signal<CutOffByChange | null>(null)
  const asked = computed(() => askedOf(writing()))
  effect(() => {
    const text = asked.value
    found.value = null
    if (text === null) return
    let stale = false
    const timer = setTimeout(async () => {
      const answer = await api.roads.cutOff(JSON.parse(text) as CutOffAsked)
      if (!stale && answer.ok) found.value = answer.value
    }, DEBOUNCE_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  })
  return { found }
}

/** As text, so that what does not bear on it (a name, what is asked there) asks nothing anew. */
function askedOf(writing: Writing | null): string | null {
  if (writing?.type !== 'gate') return null
  const { kind, state, green_lane, road_id, geometry } = writing.content
  const asked: CutOffAsked = { checkpoint: writing.gate?.properties.id ?? null, change: { kind, state, green_lane, road_id, geometry } as CutOffAsked['change'] }
  return JSON.stringify(asked)
}

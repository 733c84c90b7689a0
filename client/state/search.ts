import { effect, signal } from '@preact/signals-core'
import type { SearchHit } from '#shared/schema/search-hit.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Api } from '../api/create-api.ts'

const DEBOUNCE_MS = 140

/** Hits for what is being typed; an answer to older words never replaces one to newer words. */
export function createSearch(api: Api, lang: () => Lang) {
  const words = signal('')
  /** null: nothing asked */
  const hits = signal<readonly SearchHit[] | null>(null)
  effect(() => {
    const asked = words.value.trim()
    const language = lang()
    if (asked === '') {
      hits.value = null
      return
    }
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await api.search(asked, language, controller.signal)
      if (answer.ok && !controller.signal.aborted) hits.value = answer.value
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  })
  return { words, hits }
}

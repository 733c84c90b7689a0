import MiniSearch from 'minisearch'
import type { AddressEntry } from '#shared/address/address.ts'
import { normalise } from '#shared/address/normalise.ts'

/** Pairs of neighbouring Chinese characters, and Latin words and numbers whole. */
function bigrams(text: string): string[] {
  const runs = normalise(text).match(/[\u3400-\u9fff]+|[a-z]+|\d+/g) ?? []
  return runs.flatMap((run) => {
    if (!/^[\u3400-\u9fff]{2}/.test(run)) return [run]
    return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
  })
}

/** What one would build without an index of one's own: MiniSearch over bigrams, given our normalised spelling. */
export function createRival(entries: AddressEntry[]): (query: string) => string | null {
  const search = new MiniSearch<AddressEntry>({ fields: ['text'], tokenize: bigrams, processTerm: (term) => term })
  search.addAll(entries)
  return (query) => {
    const [first] = search.search(query, { combineWith: 'OR' })
    return first === undefined ? null : String(first.id)
  }
}

import type { NameEntry, NameIndex } from './named-place.ts'
import { nameKeys, nameScore } from './name-keys.ts'
import type { NameKeys } from './name-keys.ts'
import { normalise } from './normalise.ts'

const usualLimit = 8

/**
 * Search by name among places, areas, zones and checkpoints: tens of thousands, so every name is looked at, and better
 * fits come first, more important ones (smaller `rank`) before others that fit as well. Pinyin is made on first use.
 */
export function createNameIndex(entries: Iterable<NameEntry>): NameIndex {
  const all = [...entries]
  let keys: NameKeys[] | null = null
  return {
    size: all.length,
    suggest(query, limit = usualLimit) {
      const plain = normalise(query)
      if (plain === '') return []
      keys ??= all.map(nameKeys)
      const found = keys.flatMap((key, at) => {
        const score = nameScore(key, plain)
        const entry = all[at]
        return score > 0 && entry ? [{ entry, score }] : []
      })
      return found.sort((a, b) => b.score - a.score || a.entry.rank - b.entry.rank
        || a.entry.name.length - b.entry.name.length || (a.entry.id < b.entry.id ? -1 : 1)).slice(0, limit)
    },
  }
}

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
  const keys: NameKeys[] = []
  const prepare = (count: number): boolean => {
    const end = Math.min(all.length, keys.length + count)
    for (const entry of all.slice(keys.length, end)) keys.push(nameKeys(entry))
    return end < all.length
  }
  return {
    size: all.length,
    prepare,
    suggest(query, limit = usualLimit) {
      const plain = normalise(query)
      if (plain === '') return []
      prepare(all.length)
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

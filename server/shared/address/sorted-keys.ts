import { lowerBound, stringAt, stringTable } from './string-table.ts'
import type { StringTable } from './string-table.ts'

/** A sorted table of keys, each with the number it stands for; a key may occur more than once. */
export type SortedKeys = { keys: StringTable; values: Uint32Array }

/** Sorts pairs of key and number, each pair once. */
export function sortedKeys(pairs: [string, number][]): SortedKeys {
  const sorted = pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]))
    .filter((pair, i, all) => i === 0 || pair[0] !== all[i - 1]?.[0] || pair[1] !== all[i - 1]?.[1])
  return { keys: stringTable(sorted.map((pair) => pair[0])), values: Uint32Array.from(sorted, (pair) => pair[1]) }
}

/** The numbers of a key. */
export function valuesOf({ keys, values }: SortedKeys, key: string): number[] {
  const found: number[] = []
  for (let i = lowerBound(keys, key); i < values.length && stringAt(keys, i) === key; i++) found.push(values[i] ?? 0)
  return found
}

/** The numbers of the keys that begin so, at most `limit`, in the order of the keys. */
export function valuesFrom({ keys, values }: SortedKeys, start: string, limit: number): number[] {
  const found: number[] = []
  for (let i = lowerBound(keys, start); i < values.length && found.length < limit; i++) {
    if (!stringAt(keys, i).startsWith(start)) break
    found.push(values[i] ?? 0)
  }
  return found
}

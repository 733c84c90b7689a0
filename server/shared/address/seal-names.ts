import type { AddressColumns } from './address-columns.ts'
import type { NamePieces } from './name-pieces.ts'
import { sortedKeys } from './sorted-keys.ts'

type NameColumns = Pick<
  AddressColumns,
  'sounds' | 'soundOf' | 'initials' | 'initialsOf' | 'grams' | 'gramStart' | 'gramNames'
>

/** Sorts what names are found by; `rank` gives the place of each name among the sorted ones. */
export function sealNames(pieces: NamePieces, rank: Uint32Array): NameColumns {
  const ranked = (pairs: [string, number][]): [string, number][] => pairs.map(([key, name]) => [key, rank[name] ?? 0])
  const bySound = sortedKeys(ranked(pieces.sounds))
  const byInitials = sortedKeys(ranked(pieces.initials))
  const grams = Uint32Array.from(pieces.grams.keys()).sort()
  const gramStart = new Uint32Array(grams.length + 1)
  grams.forEach((gram, i) => {
    gramStart[i + 1] = (gramStart[i] ?? 0) + (pieces.grams.get(gram)?.length ?? 0)
  })
  const gramNames = new Uint32Array(gramStart[grams.length] ?? 0)
  grams.forEach((gram, i) => gramNames.set((pieces.grams.get(gram) ?? []).map((name) => rank[name] ?? 0), gramStart[i]))
  return {
    sounds: bySound.keys, soundOf: bySound.values, initials: byInitials.keys, initialsOf: byInitials.values,
    grams, gramStart, gramNames,
  }
}

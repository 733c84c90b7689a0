import type { IndexedKind } from './indexed-zone.ts'

const RANK: Record<IndexedKind, number> = { sealed: 0, controlled: 1, precaution: 2 }

/** 0 for the strictest kind; a RangeError for a word that is no kind. */
export function rankOfKind(kind: IndexedKind): number {
  const rank: number | undefined = RANK[kind]
  if (rank === undefined) throw new RangeError(`"${kind}" is not a kind of zone: sealed, controlled or precaution`)
  return rank
}

/** Negative when a is stricter than b; zones of one kind stand in the order of their ids. */
export function byStrictness(a: { rank: number; id: string }, b: { rank: number; id: string }): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

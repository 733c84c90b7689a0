import { editDistance } from './edit-distance.ts'

/**
 * How a name asked for fits a name of the register. `same`; `part`: the query leaves whole components out; `more`: it
 * adds something; `sound`: it only sounds the same; `close`: some letters differ.
 */
export type NameFit = { kind: 'same' | 'part' | 'more' | 'sound' | 'close'; score: number; /** query → entry offset */ shift: number }

const componentEnd = /(?:[路街巷道弄村]|胡同|社区|小区|花园|[苑院])$/

/** True if a component ends at this place of the name: a number stood there, or its last word says so. */
function endsAt(name: string, breaks: number[], at: number): boolean {
  return at === 0 || at === name.length || breaks.includes(at) || componentEnd.test(name.slice(0, at))
}

/** A part of a name fits if components begin before and end behind it; behind it only a number is proof: 幸福小区2期 is another. */
function partFit(query: string, name: string, breaks: number[] | null): NameFit | null {
  const at = query.length >= 2 ? name.indexOf(query) : -1
  if (at === -1) return null
  const end = at + query.length
  // Without the breaks at hand (not read yet) the benefit of the doubt is given; the answer looks again.
  const whole = breaks === null || (endsAt(name, breaks, at) && (end === name.length || breaks.includes(end)))
  if (!whole) return null
  return { kind: 'part', score: 0.9 + 0.08 * (query.length / name.length), shift: at }
}

/**
 * Compares normalised names without their numbers. `breaks`: where components of the entry's name end, null if not
 * known yet. Scores 0..1; only `close` goes below 0.6.
 */
export function compareNames(query: string, name: string, breaks: number[] | null): NameFit {
  if (query === name) return { kind: 'same', score: 1, shift: 0 }
  const part = partFit(query, name, breaks)
  if (part) return part
  const inside = name.length >= 3 ? query.indexOf(name) : -1
  if (inside !== -1) return { kind: 'more', score: 0.6 + 0.3 * (name.length / query.length), shift: -inside }
  const distance = editDistance(query, name)
  return { kind: 'close', score: Math.max(0, 1 - distance / Math.max(query.length, name.length)) * 0.95, shift: 0 }
}

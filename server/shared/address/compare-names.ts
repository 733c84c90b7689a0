import { endsAt, entriesOf } from './component.ts'
import { editDistance } from './edit-distance.ts'
import { hasHan } from './normalise.ts'

/**
 * How a name asked for fits a name of the register. `same`; `part`: the query leaves whole components out; `more`: it
 * adds something; `sound`: it is only heard the same, or a Latin letter is missing or too many; `close`: some differ.
 */
export type NameFit = {
  kind: 'same' | 'part' | 'more' | 'sound' | 'close'
  score: number
  /** Where in the entry's name the query's begins; below 0, where in the query's the entry's begins. */
  shift: number
}

const latinSure = 10
const leastInside = 3
const closest = 0.95

/**
 * A part of a name fits if components begin before and end behind it; behind it only a number is proof: 幸福小区2期 is
 * another.
 */
function partFit(query: string, name: string, breaks: number[] | null): NameFit | null {
  const at = query.length >= 2 ? name.indexOf(query) : -1
  if (at === -1) return null
  const end = at + query.length
  // Without the breaks at hand (not read yet) the benefit of the doubt is given; the answer looks again.
  const whole = breaks === null || (endsAt(name, breaks, at) && (end === name.length || breaks.includes(end)))
  return whole ? { kind: 'part', score: 0.9 + 0.08 * (query.length / name.length), shift: at } : null
}

function closeFit(query: string, name: string): NameFit {
  const distance = editDistance(query, name)
  // Feldgasse and Felsgasse are two streets; a letter too many in a long name is a slip.
  const slip = distance === 1 && name.length >= latinSure && query[0] === name[0] && !hasHan(name) &&
    (query.length !== name.length || [...query].sort().join('') === [...name].sort().join(''))
  if (slip) return { kind: 'sound', score: 0.94, shift: 0 }
  return { kind: 'close', score: Math.max(0, 1 - distance / Math.max(query.length, name.length)) * closest, shift: 0 }
}

function wholeFit(query: string, name: string): NameFit {
  const inside = name.length >= leastInside ? query.indexOf(name) : -1
  if (inside !== -1) return { kind: 'more', score: 0.6 + 0.3 * (name.length / query.length), shift: -inside }
  return closeFit(query, name)
}

/**
 * False if the names share too few letters for a score of `least`, which is told without comparing them: each letter
 * that the other lacks is one to change, and a name within the other shares three at least.
 */
export function mayFit(query: string, name: string, least: number): boolean {
  let shared = 0
  for (let i = 0; i < query.length; i++) if (name.includes(query.charAt(i))) shared++
  return shared >= leastInside || (shared / query.length) * closest >= least
}

/**
 * Compares normalised names without their numbers. `breaks`: where components of the entry's name end, null if not
 * known yet. Scores 0..1.
 */
export function compareNames(query: string, name: string, breaks: number[] | null): NameFit {
  if (query === name) return { kind: 'same', score: 1, shift: 0 }
  const part = partFit(query, name, breaks)
  if (part) return part
  let best = wholeFit(query, name)
  for (const at of name.length > query.length || best.score < 0.6 ? entriesOf(name) : []) {
    const tail = wholeFit(query, name.slice(at))
    if (tail.score * 0.92 > best.score) best = { kind: 'close', score: tail.score * 0.92, shift: at }
  }
  return best
}

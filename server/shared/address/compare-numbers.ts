import type { NameFit } from './compare-names.ts'
import type { NumberRole, ParsedAddress } from './parsed-address.ts'

/**
 * How the numbers fit. `same`; `role`: equal, but 3号 stands for 3号楼; `finer`: the entry has a number that the query
 * leaves out; `coarser`: the query has one more than the entry; `differ`.
 */
export type NumberFit = 'same' | 'role' | 'finer' | 'coarser' | 'differ'

/** 12弄 is not 12号, and 3组 neither; 3号 may be said for 3号楼, and a number without unit for any of these but 组 and 排. */
function rolesFit(a: NumberRole, b: NumberRole): boolean {
  const either = (role: NumberRole): boolean => a === role || b === role
  return a === b || (!either('group') && !either('row') && (either('bare') || !either('lane')))
}

/** The place in the entry's name that a place in a name spelt otherwise stands for: the nearest end of a component. */
function placeIn(query: ParsedAddress, entry: ParsedAddress, at: number, from: number): number {
  if (at === 0 || at === query.name.length) return at === 0 ? 0 : entry.name.length
  const wanted = from + (at * (entry.name.length - from)) / query.name.length
  const nearer = (best: number, end: number): number => (Math.abs(end - wanted) < Math.abs(best - wanted) ? end : best)
  return entry.breaks.reduce(nearer, Math.round(wanted))
}

/** Compares the numbers down to the building. `fit` says how the names lie to each other. */
export function compareNumbers(given: ParsedAddress, entry: ParsedAddress, { kind, shift }: NameFit): NumberFit {
  // Numbers of a component that one side leaves out in front are no contradiction: 人民路12号幸福小区 for 幸福小区.
  const required = shift > 0 ? entry.numbers.filter((number) => number.at > shift) : entry.numbers
  const kept = shift < 0 ? given.numbers.filter((number) => number.at > -shift) : given.numbers
  const spelt = kind !== 'sound' && kind !== 'close'
  const move = (at: number): number => (spelt ? at + shift : placeIn(given, entry, at, shift))
  const asked = kept.map((number) => ({ ...number, at: move(number.at) }))
  const left = [...required]
  let extra = asked.length < given.numbers.length
  let role = false
  let matched = 0
  for (const number of asked) {
    const there = left.findIndex(({ at, value, role: other }) =>
      at === number.at && value === number.value && rolesFit(number.role, other))
    if (there !== -1) {
      const [found] = left.splice(0, there + 1).slice(-1)
      role ||= found !== undefined && found.role !== number.role && found.role !== 'bare' && number.role !== 'bare'
      matched++
    } else if (left.some((other) => other.at === number.at && rolesFit(number.role, other.role))) return 'differ'
    else extra = true
  }
  if (extra) return matched > 0 || required.length === 0 ? 'coarser' : 'differ'
  if (matched < required.length) return 'finer'
  return role ? 'role' : 'same'
}

/** What of the query's unit, floor and room the entry leaves out; null if the two contradict each other. */
export function flatIgnored(query: string[], entry: string[]): string[] | null {
  const ignored: string[] = []
  for (const part of query) {
    const other = entry.find((candidate) => candidate[0] === part[0])
    if (other === undefined) ignored.push(part)
    else if (other !== part) return null
  }
  return ignored
}

import type { AddressAnswer, AddressDoubt, AddressMatch } from './address.ts'
import { entryAt } from './address-view.ts'
import type { AddressView } from './address-view.ts'
import type { ParsedAddress } from './parsed-address.ts'
import { metresApart } from './same-street.ts'
import type { Weighed } from './weigh-row.ts'

/** Two entries this near with the same address are one building entered twice, in metres. */
const samePlace = 25
const leastCandidate = 0.3
const leastName = 0.55

/** All of the query agrees, so it may be certain if nothing else does too. */
function fits(weighed: Weighed): boolean {
  const numbers = weighed.numbers === 'same' || weighed.numbers === 'role'
  const name = weighed.name === 'same' || weighed.name === 'part' || weighed.name === 'sound' || weighed.described
  return numbers && name && (weighed.areas === 'same' || weighed.areas === 'loose')
}

/** A number that agrees speaks for a name that hardly does. */
function numbersHelp(best: Weighed, query: ParsedAddress): boolean {
  return best.numbers !== 'differ' && query.numbers.length > 0
}

function doubtAbout(best: Weighed, query: ParsedAddress): AddressDoubt {
  if (best.areas === 'differs') return 'area-differs'
  if (best.numbers === 'finer') return 'number-missing'
  if (best.numbers === 'coarser') return 'partly-understood'
  if (best.name === 'close' || best.areas === 'misspelt') return 'misspelt'
  return query.vague || best.areas === 'unknown' || best.name === 'more' ? 'partly-understood' : 'several'
}

function toMatch(view: AddressView, weighed: Weighed): AddressMatch {
  const entry = entryAt(view, weighed.entry)
  const score = Math.round(weighed.score * 1000) / 1000
  return weighed.ignored.length === 0 ? { entry, score } : { entry, score, ignored: weighed.ignored }
}

/**
 * Says how certain the best of the compared rows is. `isElsewhere` tells whether another street of the same name lies
 * where the query allows: then a number found on one of them only proves nothing, since registers have gaps.
 */
export function judge(
  view: AddressView,
  query: ParsedAddress,
  weighed: Weighed[],
  limit: number,
  isElsewhere: (best: Weighed) => boolean,
): AddressAnswer {
  const seen = new Set<number>()
  const sorted = weighed.sort((a, b) => b.score - a.score || a.row - b.row)
    .filter((one) => one.score >= leastCandidate && !seen.has(one.entry) && seen.add(one.entry))
  const candidates = sorted.slice(0, limit).map((one) => toMatch(view, one))
  const [best] = sorted
  const [first] = candidates
  if (!best || !first || (best.name === 'close' && best.score < leastName && !numbersHelp(best, query))) {
    return { certainty: 'none', candidates, doubt: 'unknown-name' }
  }
  if (best.numbers === 'differ') {
    return { certainty: 'none', candidates, doubt: best.name === 'close' ? 'unknown-name' : 'unknown-number' }
  }
  if (!fits(best) || query.vague) return { certainty: 'ambiguous', candidates, doubt: doubtAbout(best, query) }
  const apart = (one: Weighed): boolean => metresApart(view, one.entry, best.entry) > samePlace
  const rivals = sorted.filter((one) => one !== best && fits(one) && apart(one))
  const written = best.name === 'same' || best.name === 'part'
  if (rivals.some((one) => !written || one.name === 'same' || one.name === 'part' || one.described)) {
    return { certainty: 'ambiguous', candidates, doubt: 'several' }
  }
  if (isElsewhere(best)) return { certainty: 'ambiguous', candidates, doubt: 'elsewhere' }
  const exact = best.name === 'same' && best.numbers === 'same' && best.areas === 'same' && best.ignored.length === 0
  return { certainty: exact ? 'exact' : 'likely', match: first, candidates }
}

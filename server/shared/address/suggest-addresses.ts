import type { AddressMatch } from './address.ts'
import { entryAt } from './address-view.ts'
import type { AddressView } from './address-view.ts'
import { anywhere, inScope, narrow } from './area-scope.ts'
import type { AreaScope } from './area-scope.ts'
import { findNames } from './find-names.ts'
import { hasHan } from './normalise.ts'
import { parseAddress } from './parse-address.ts'
import type { ParsedAddress } from './parsed-address.ts'
import { readingsOf } from './readings.ts'
import { valuesFrom } from './sorted-keys.ts'
import { lowerBound } from './string-table.ts'

const mostNames = 200
const mostRows = 400

/** Names that begin as typed, by their letters, pinyin or initials; then those that only resemble it. */
function namesTyped(view: AddressView, scope: AreaScope, typed: string): Map<number, number> {
  const { names, nameGroup, sounds, soundOf, initials, initialsOf } = view.columns
  const found = new Map<number, number>()
  const add = (name: number, score: number): void => {
    if ((found.get(name) ?? 0) < score) found.set(name, score)
  }
  for (let name = lowerBound(names, typed), n = 0; name < nameGroup.length - 1 && n < mostNames; name++, n++) {
    const text = view.nameAt(name)
    if (!text.startsWith(typed)) break
    add(name, text === typed ? 1 : 0.9)
  }
  if (!hasHan(typed) && typed.length >= 2) {
    const heard = valuesFrom({ keys: sounds, values: soundOf }, typed.replaceAll('v', 'u'), mostNames)
    for (const name of heard) add(name, 0.85)
    for (const name of valuesFrom({ keys: initials, values: initialsOf }, typed, mostNames)) add(name, 0.8)
  }
  if (typed.length >= 2) for (const { name, fit } of findNames(view, scope, typed)) add(name, fit.score * 0.75)
  return found
}

/** How well a row's first number continues the one typed: 12 → 12, 120 … */
function numberScore(number: number, typed: string): number {
  if (typed === '') return 0.9
  const text = String(number)
  return text === typed ? 1 : text.startsWith(typed) ? 0.9 : 0
}

function suggestFor(view: AddressView, reading: ParsedAddress, found: Map<number, number>): void {
  const { nameGroup, groupArea, groupRow, rowNumber, rowEntry } = view.columns
  const scope = narrow(view, anywhere, reading.areas)
  const digits = /\d+/.exec(reading.numbers[0]?.value ?? '')?.[0] ?? ''
  let rows = 0
  for (const [name, score] of [...namesTyped(view, scope, reading.name)].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    for (let group = nameGroup[name] ?? 0; group < (nameGroup[name + 1] ?? 0) && rows < mostRows; group++) {
      if (!inScope(view, scope, groupArea[group] ?? 0)) continue
      for (let row = groupRow[group] ?? 0; row < (groupRow[group + 1] ?? 0) && rows < mostRows; row++) {
        const total = score * numberScore(rowNumber[row] ?? 0, digits) * (scope.unexplained.length > 0 ? 0.7 : 1)
        if (total === 0) continue
        rows++
        const entry = rowEntry[row] ?? 0
        if ((found.get(entry) ?? 0) < total) found.set(entry, total)
      }
    }
  }
}

/** What the letters typed so far may become, best first. */
export function suggestAddresses(view: AddressView, query: string, limit: number): AddressMatch[] {
  const parsed = parseAddress(query, view.isKnown)
  if (parsed.name === '') return []
  const found = new Map<number, number>()
  for (const reading of readingsOf(view, parsed)) suggestFor(view, reading, found)
  return [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit)
    .map(([entry, score]) => ({ entry: entryAt(view, entry), score: Math.round(score * 1000) / 1000 }))
}

import { areaLevel } from './area-name.ts'
import type { AreaScope } from './area-scope.ts'
import type { AddressView } from './address-view.ts'
import { compareNames } from './compare-names.ts'
import type { NameFit } from './compare-names.ts'
import { compareNumbers, flatIgnored } from './compare-numbers.ts'
import type { NumberFit } from './compare-numbers.ts'
import type { RowHit } from './find-rows.ts'
import { parseAddress } from './parse-address.ts'
import type { ParsedAddress } from './parsed-address.ts'
import { stringAt } from './string-table.ts'

/** How the areas fit: `differs` if the address lies elsewhere than the query says, `unknown` if that cannot be told. */
export type AreaFit = 'same' | 'loose' | 'misspelt' | 'unknown' | 'differs'

/** A row compared with one reading of the query. */
export type Weighed = {
  row: number
  entry: number
  group: number
  score: number
  name: NameFit['kind']
  numbers: NumberFit
  areas: AreaFit
  ignored: string[]
  /** The query says more than the row explains, after what it explains. */
  described: boolean
}

const numberWeight: Record<NumberFit, number> = { same: 1, role: 0.97, finer: 0.85, coarser: 0.8, differ: 0.45 }
const areaWeight: Record<AreaFit, number> = { same: 1, loose: 0.98, misspelt: 0.95, unknown: 0.9, differs: 0.6 }

/** Rows read for one query, so that none is read twice. */
export type RowsRead = Map<number, ParsedAddress>

/** Reads the spelling of the entry that the row stands for. */
function readRow(view: AddressView, row: number, name: number, read: RowsRead): ParsedAddress {
  const known = read.get(row)
  if (known) return known
  const entry = view.columns.rowEntry[row] ?? 0
  let parsed = parseAddress(stringAt(view.columns.texts, entry), view.isKnown)
  if (parsed.name !== view.nameAt(name)) parsed = parseAddress(stringAt(view.columns.textEns, entry), view.isKnown)
  read.set(row, parsed)
  return parsed
}

function areaFit(view: AddressView, scope: AreaScope, area: number): AreaFit {
  const chain = view.chainAt(area)
  // A community is implied by its township where the register has none.
  const levels = new Set(chain.map(areaLevel))
  const open = scope.unexplained.filter((name) => areaLevel(name) !== 5 || levels.has(5))
  if (open.length > 0) return open.some((name) => levels.has(areaLevel(name))) ? 'differs' : 'unknown'
  if (scope.areas !== null && scope.unexplained.length > 0) return 'loose'
  return scope.loose === 'spelling' ? 'misspelt' : scope.loose === 'kind' ? 'loose' : 'same'
}

/** Compares a row with the query in full. */
export function weighRow(
  view: AddressView,
  query: ParsedAddress,
  scope: AreaScope,
  hit: RowHit,
  read: RowsRead,
): Weighed {
  const entry = readRow(view, hit.row, hit.hit.name, read)
  const letters = compareNames(query.name, entry.name, entry.breaks)
  const fit = hit.hit.fit.kind === 'sound' && letters.kind !== 'same' && letters.kind !== 'part' ? hit.hit.fit : letters
  const described = fit.kind === 'more' && fit.shift === 0 && query.breaks.includes(entry.name.length)
    && query.numbers.every((number) => number.at <= entry.name.length)
  const numbers = compareNumbers(query, entry, fit)
  const ignored = flatIgnored(query.flat, entry.flat)
  const finer = entry.flat.some((part) => !query.flat.some((other) => other[0] === part[0]))
  const area = view.columns.groupArea[hit.group] ?? 0
  const posted = query.postcode === '' || entry.postcode === '' || query.postcode === entry.postcode
  const areas = posted ? areaFit(view, scope, area) : 'differs'
  const flat = ignored === null ? 0.7 : finer ? 0.96 : 1 - ignored.length * 0.005
  const all = ignored === null ? 'differ' : numbers
  return {
    row: hit.row,
    entry: view.columns.rowEntry[hit.row] ?? 0,
    group: hit.group,
    score: fit.score * numberWeight[numbers] * areaWeight[areas] * flat,
    name: fit.kind,
    numbers: all,
    areas,
    ignored: ignored ?? [],
    described,
  }
}

import type { AddressAnswer } from './address.ts'
import type { AddressView } from './address-view.ts'
import { anywhere, inScope, narrow } from './area-scope.ts'
import type { AreaScope } from './area-scope.ts'
import { findNames } from './find-names.ts'
import type { NameHit } from './find-names.ts'
import { findRows } from './find-rows.ts'
import { judge } from './judge.ts'
import { parseAddress } from './parse-address.ts'
import type { ParsedAddress } from './parsed-address.ts'
import { readingsOf } from './readings.ts'
import { areOneStreet } from './same-street.ts'
import { weighRow } from './weigh-row.ts'
import type { RowsRead, Weighed } from './weigh-row.ts'

type Looked = { reading: ParsedAddress; scope: AreaScope; hits: NameHit[]; rows: Weighed[]; best: number }

function look(
  view: AddressView,
  parsed: ParsedAddress,
  reading: ParsedAddress,
  scope: AreaScope,
  read: RowsRead,
): Looked {
  const hits = findNames(view, scope, reading.name)
  const weighed = findRows(view, scope, hits, reading).map((hit) => weighRow(view, reading, scope, hit, read))
  // A division counts as part of a name only where the register has it so.
  const rows = reading.areas.length >= parsed.areas.length ? weighed
    : weighed.filter((row) => row.name === 'same' || row.name === 'part')
  return { reading, scope, hits, rows, best: rows.reduce((best, row) => Math.max(best, row.score), 0) }
}

/** True if other streets in the scope may be meant as well: of the same name, or fitting the query as the best does. */
function elsewhere(view: AddressView, looked: Looked[], best: Weighed): boolean {
  const { nameGroup, groupArea } = view.columns
  for (const { scope, hits, rows } of looked) {
    if (!rows.includes(best)) continue
    const groups: number[] = []
    for (const { name, fit } of hits) {
      if (fit.kind !== 'same' && fit.kind !== best.name) continue
      for (let group = nameGroup[name] ?? 0; group < (nameGroup[name + 1] ?? 0); group++) {
        if (inScope(view, scope, groupArea[group] ?? 0)) groups.push(group)
      }
    }
    if (!areOneStreet(view, best.group, groups)) return true
  }
  return false
}

function agrees(row: Weighed): boolean {
  return row.name === 'same' && row.numbers === 'same' && row.areas === 'same'
}

/** Finds the address that a query means among those of the index, and says how certain that is. */
export function matchAddress(view: AddressView, query: string, limit: number): AddressAnswer {
  const parsed = parseAddress(query, view.isKnown)
  if (parsed.name === '' && parsed.areas.length === 0) return { certainty: 'none', candidates: [], doubt: 'empty' }
  const looked: Looked[] = []
  const read: RowsRead = new Map()
  for (const reading of readingsOf(view, parsed)) {
    const one = look(view, parsed, reading, narrow(view, anywhere, reading.areas), read)
    looked.push(one)
    // Where every letter is accounted for, no other reading is asked for.
    if (one.rows.some(agrees)) break
  }
  const best = Math.max(...looked.map((one) => one.best))
  // Nothing good where the query says: look everywhere, and say that the area differs.
  if (best < 0.6 && looked.some((one) => one.scope.areas !== null)) {
    const [most = parsed] = looked.map((one) => one.reading).sort((a, b) => b.areas.length - a.areas.length)
    looked.push(look(view, parsed, most, { ...anywhere, unexplained: most.areas }, read))
  }
  const rows = looked.flatMap((one) => one.rows)
  return judge(view, parsed, rows, limit, (row) => elsewhere(view, looked, row))
}

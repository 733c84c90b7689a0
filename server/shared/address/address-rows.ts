import type { AddressEntry } from './address.ts'
import { chainOf, mergeChain } from './area-chain.ts'
import type { Divisions } from './area-chain.ts'
import { createStringTableBuilder, pushString } from './string-table.ts'
import type { StringTableBuilder } from './string-table.ts'
import { createNamePieces, pushName } from './name-pieces.ts'
import type { NamePieces } from './name-pieces.ts'
import { hashText } from './hash.ts'
import { parseAddress } from './parse-address.ts'
import type { ParsedAddress } from './parsed-address.ts'

/** What is known of the entries taken in so far, not yet sorted. */
export type AddressRows = {
  divisions: Divisions
  ids: StringTableBuilder
  texts: StringTableBuilder
  textEns: StringTableBuilder
  areaCodes: Map<string, number>
  entryAreaCode: number[]
  positions: number[]
  names: Map<string, number>
  pieces: NamePieces
  areas: Map<string, number>
  row: Record<'entry' | 'name' | 'area' | 'number' | 'numbers' | 'last' | 'flat', number[]>
}

/** Separates the divisions of a chain; sorts before every letter. */
export const chainSign = '\u0001'

export function createAddressRows(divisions: Divisions): AddressRows {
  return {
    divisions,
    ids: createStringTableBuilder(),
    texts: createStringTableBuilder(),
    textEns: createStringTableBuilder(),
    areaCodes: new Map(),
    entryAreaCode: [],
    positions: [],
    names: new Map(),
    pieces: createNamePieces(),
    areas: new Map(),
    row: { entry: [], name: [], area: [], number: [], numbers: [], last: [], flat: [] },
  }
}

function intern(map: Map<string, number>, text: string): number {
  let id = map.get(text)
  if (id === undefined) map.set(text, (id = map.size))
  return id
}

/** The hashes by which rows are compared with a query before anything is read again. */
export function numberKeys(parsed: ParsedAddress): { number: number; numbers: number; last: number; flat: number } {
  const values = parsed.numbers.map((number) => number.value)
  return {
    number: Math.min(Number(/\d+/.exec(values[0] ?? '')?.[0] ?? 0), 0xffffffff),
    numbers: values.length === 0 ? 0 : hashText(values.join(' ')),
    last: values.length === 0 ? 0 : hashText(values[values.length - 1] ?? ''),
    flat: parsed.flat.length === 0 ? 0 : hashText(parsed.flat.join(' ')),
  }
}

function pushRow(rows: AddressRows, entry: number, text: string, chain: string[]): void {
  const parsed = parseAddress(text, (name) => rows.divisions.names.has(name))
  const keys = numberKeys(parsed)
  const areas = parsed.latin && chain.length > 0 ? chain : mergeChain(chain, parsed.areas)
  rows.row.entry.push(entry)
  const names = rows.names.size
  const name = intern(rows.names, parsed.name)
  if (name === names) pushName(rows.pieces, parsed.name, name)
  rows.row.name.push(name)
  rows.row.area.push(intern(rows.areas, areas.join(chainSign)))
  rows.row.number.push(keys.number)
  rows.row.numbers.push(keys.numbers)
  rows.row.last.push(keys.last)
  rows.row.flat.push(keys.flat)
}

/** Takes one entry in: a row for its text, and one for its English text. */
export function pushEntry(rows: AddressRows, entry: AddressEntry): void {
  const at = rows.entryAreaCode.length
  pushString(rows.ids, entry.id)
  pushString(rows.texts, entry.text)
  pushString(rows.textEns, entry.textEn ?? '')
  rows.entryAreaCode.push(intern(rows.areaCodes, entry.areaCode ?? ''))
  rows.positions.push(entry.lng, entry.lat)
  const chain = chainOf(entry.areaCode ?? '', rows.divisions)
  pushRow(rows, at, entry.text, chain)
  if (entry.textEn !== undefined && entry.textEn !== '') pushRow(rows, at, entry.textEn, chain)
}

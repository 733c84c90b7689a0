import type { AddressEntry } from './address.ts'
import type { AddressColumns } from './address-columns.ts'
import { chainSign } from './address-rows.ts'
import type { KnownArea } from './split-areas.ts'
import { stringAt } from './string-table.ts'

/** A sealed index made ready for reading: the columns, and what is worth having decoded. */
export type AddressView = {
  columns: AddressColumns
  /** For each area, the first area behind all that lie within it. */
  areaEnd: Uint32Array
  isKnown: KnownArea
  nameAt(name: number): string
  /** Letters of a name, roughly: from its bytes. */
  nameLength(name: number): number
  /** Room to add up weights of names; all 0 between look-ups. */
  weights: Float32Array
  /** The divisions of an area, outermost first. */
  chainAt(area: number): string[]
}

function cached<T>(count: number, read: (at: number) => T): (at: number) => T {
  const cache: (T | undefined)[] = Array.from({ length: count })
  return (at) => (cache[at] ??= read(at))
}

function endsOf(areas: AddressColumns['areas']): Uint32Array {
  const count = areas.starts.length - 1
  const ends = new Uint32Array(count).fill(count)
  const open: [number, string][] = []
  for (let at = 0; at < count; at++) {
    const chain = stringAt(areas, at)
    for (let last = open[open.length - 1]; last && !chain.startsWith(last[1]); last = open[open.length - 1]) {
      ends[last[0]] = at
      open.pop()
    }
    open.push([at, chain === '' ? '\uffff' : chain + chainSign])
  }
  return ends
}

export function createAddressView(columns: AddressColumns): AddressView {
  const known = new Set<string>()
  for (let i = 1; i < columns.divisions.starts.length - 1; i += 3) known.add(stringAt(columns.divisions, i))
  return {
    columns,
    areaEnd: endsOf(columns.areas),
    isKnown: (name) => known.has(name),
    nameAt: cached(columns.names.starts.length - 1, (at) => stringAt(columns.names, at)),
    nameLength: (at) => ((columns.names.starts[at + 1] ?? 0) - (columns.names.starts[at] ?? 0)) / 3,
    weights: new Float32Array(columns.names.starts.length - 1),
    chainAt: cached(columns.areas.starts.length - 1, (at) =>
      stringAt(columns.areas, at).split(chainSign).filter((name) => name !== '')),
  }
}

/** The entry as it was given. */
export function entryAt({ columns }: AddressView, entry: number): AddressEntry {
  const textEn = stringAt(columns.textEns, entry)
  const areaCode = stringAt(columns.areaCodes, columns.entryAreaCode[entry] ?? 0)
  return {
    id: stringAt(columns.ids, entry),
    text: stringAt(columns.texts, entry),
    ...(textEn === '' ? {} : { textEn }),
    ...(areaCode === '' ? {} : { areaCode }),
    lng: columns.positions[entry * 2] ?? 0,
    lat: columns.positions[entry * 2 + 1] ?? 0,
  }
}

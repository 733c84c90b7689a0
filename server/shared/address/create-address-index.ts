import type { AddressEntry, AddressIndex, AddressIndexOptions } from './address.ts'
import { columnsFromBytes, columnsToBytes } from './address-bytes.ts'
import type { AddressBytesFault } from './address-bytes.ts'
import { createAddressRows, pushEntry } from './address-rows.ts'
import type { AddressRows } from './address-rows.ts'
import { createAddressView } from './address-view.ts'
import type { AddressView } from './address-view.ts'
import { readDivisions } from './area-chain.ts'
import { matchAddress } from './match-address.ts'
import { sealRows } from './seal-rows.ts'
import { suggestAddresses } from './suggest-addresses.ts'
import { unsealColumns } from './unseal-columns.ts'

const usualLimit = 5

function indexOf(start: { rows: AddressRows } | { view: AddressView }): AddressIndex {
  let rows = 'rows' in start ? start.rows : null
  let view = 'view' in start ? start.view : null
  const sealed = (): AddressView => {
    if (rows) {
      view = createAddressView(sealRows(rows))
      rows = null
    }
    if (!view) throw new Error('the address index has neither rows nor columns')
    return view
  }
  return {
    get size() {
      return rows ? rows.entryAreaCode.length : view?.columns.entryAreaCode.length ?? 0
    },
    add(batch) {
      rows ??= unsealColumns(sealed())
      for (const entry of batch) pushEntry(rows, entry)
    },
    seal: () => void sealed(),
    match: (query, limit = usualLimit) => matchAddress(sealed(), query, limit),
    suggest: (query, limit = usualLimit) => suggestAddresses(sealed(), query, limit),
    toBytes: () => columnsToBytes(sealed().columns),
  }
}

/**
 * An index of addresses, built in memory. For many, `add` them in batches and give way between; then `seal`. To add to
 * one that is sealed or loaded takes it apart first, which costs what building it did: build a new one beside it.
 * Without `options.areas` only divisions written in the addresses themselves are known, and a query that names others
 * is never certain.
 */
export function createAddressIndex(
  entries: Iterable<AddressEntry> = [],
  options: AddressIndexOptions = {},
): AddressIndex {
  const index = indexOf({ rows: createAddressRows(readDivisions(options.areas ?? [])) })
  index.add(entries)
  return index
}

/** The index that `toBytes` gave. The bytes are kept and read in place: do not change them. */
export function loadAddressIndex(
  bytes: Uint8Array,
): { ok: true; index: AddressIndex } | { ok: false; reason: AddressBytesFault } {
  const read = columnsFromBytes(bytes)
  return read.ok ? { ok: true, index: indexOf({ view: createAddressView(read.columns) }) } : read
}

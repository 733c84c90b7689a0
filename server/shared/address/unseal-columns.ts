import { readDivisions } from './area-chain.ts'
import { entryAt } from './address-view.ts'
import type { AddressView } from './address-view.ts'
import { createAddressRows, pushEntry } from './address-rows.ts'
import type { AddressRows } from './address-rows.ts'
import { stringAt } from './string-table.ts'

/** Takes a sealed index apart again, so that entries can be added. */
export function unsealColumns(view: AddressView): AddressRows {
  const { columns } = view
  const areas = []
  for (let i = 0; i + 2 < columns.divisions.starts.length; i += 3) {
    areas.push({
      code: stringAt(columns.divisions, i),
      name: stringAt(columns.divisions, i + 1),
      nameEn: stringAt(columns.divisions, i + 2),
    })
  }
  const rows = createAddressRows(readDivisions(areas))
  for (let entry = 0; entry < columns.entryAreaCode.length; entry++) pushEntry(rows, entryAt(view, entry))
  return rows
}

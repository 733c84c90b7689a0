import type { AddressColumns } from './address-columns.ts'
import type { AddressRows } from './address-rows.ts'
import { sealAreas } from './seal-areas.ts'
import { sealNames } from './seal-names.ts'
import { finishStrings, stringTable } from './string-table.ts'
import { sortRows } from './sort-rows.ts'

/** Ranks of the keys when sorted by code units, by the number each was given; and the keys in that order. */
function rankKeys(keys: Map<string, number>): { sorted: string[]; rank: Uint32Array } {
  const sorted = [...keys.keys()].sort()
  const rank = new Uint32Array(sorted.length)
  sorted.forEach((key, at) => {
    rank[keys.get(key) ?? 0] = at
  })
  return { sorted, rank }
}

/** Sorts the entries taken in so far into an index. */
export function sealRows(rows: AddressRows): AddressColumns {
  const names = rankKeys(rows.names)
  const { sorted: areas, rank: areaRank, ...areaColumns } = sealAreas(rows)
  const nameOf = Uint32Array.from(rows.row.name, (name) => names.rank[name] ?? 0)
  const areaOf = Uint32Array.from(rows.row.area, (area) => areaRank[area] ?? 0)
  return {
    ids: finishStrings(rows.ids),
    texts: finishStrings(rows.texts),
    textEns: finishStrings(rows.textEns),
    areaCodes: stringTable(rows.areaCodes.keys()),
    entryAreaCode: Uint32Array.from(rows.entryAreaCode),
    positions: Float64Array.from(rows.positions),
    names: stringTable(names.sorted),
    areas: stringTable(areas),
    ...areaColumns,
    ...sealNames(rows.pieces, names.rank),
    ...sortRows(rows, nameOf, areaOf, names.sorted.length, areas.length),
    divisions: stringTable([...rows.divisions.byCode].flatMap(([code, area]) => [code, area.name, area.nameEn ?? ''])),
  }
}

import type { AddressColumns } from './address-columns.ts'
import type { AddressRows } from './address-rows.ts'

type RowColumns = Pick<
  AddressColumns,
  | 'rowEntry' | 'rowNumber' | 'rowNumbers' | 'rowLast' | 'rowFlat'
  | 'groupName' | 'groupArea' | 'groupRow' | 'nameGroup' | 'areaGroupStart' | 'areaGroups'
>

/** Where each key's items begin, one more than there are keys. */
function startsOf(keys: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  return starts
}

/** The items in the order of their keys, equal ones as they were. */
function orderBy(keys: Uint32Array, starts: Uint32Array): Uint32Array {
  const next = starts.slice()
  const order = new Uint32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0
    const at = next[key] ?? 0
    order[at] = i
    next[key] = at + 1
  }
  return order
}

/** Lays the rows by name, then area, then number, and finds the groups. */
export function sortRows(
  rows: AddressRows,
  nameOf: Uint32Array,
  areaOf: Uint32Array,
  names: number,
  areas: number,
): RowColumns {
  const { row } = rows
  // Every row's group, groups numbered as they come …
  const groupIds = new Map<number, number>()
  const groupKeys: number[] = []
  const rowGroup = new Uint32Array(nameOf.length)
  for (let i = 0; i < nameOf.length; i++) {
    const key = (nameOf[i] ?? 0) * areas + (areaOf[i] ?? 0)
    let group = groupIds.get(key)
    if (group === undefined) {
      groupIds.set(key, (group = groupKeys.length))
      groupKeys.push(key)
    }
    rowGroup[i] = group
  }
  // … then by name and area.
  const sorted = Float64Array.from(groupKeys).sort()
  const rank = new Uint32Array(sorted.length)
  sorted.forEach((key, at) => {
    rank[groupIds.get(key) ?? 0] = at
  })
  for (let i = 0; i < rowGroup.length; i++) rowGroup[i] = rank[rowGroup[i] ?? 0] ?? 0
  const groupName = Uint32Array.from(sorted, (key) => Math.floor(key / areas))
  const groupArea = Uint32Array.from(sorted, (key) => key % areas)
  const groupRow = startsOf(rowGroup, sorted.length)
  const order = orderBy(rowGroup, groupRow)
  for (let group = 0; group < sorted.length; group++) {
    const own = order.subarray(groupRow[group], groupRow[group + 1])
    own.sort((a, b) => (row.number[a] ?? 0) - (row.number[b] ?? 0) || a - b)
  }
  const areaGroupStart = startsOf(groupArea, areas)
  return {
    rowEntry: Uint32Array.from(order, (at) => row.entry[at] ?? 0),
    rowNumber: Uint32Array.from(order, (at) => row.number[at] ?? 0),
    rowNumbers: Uint32Array.from(order, (at) => row.numbers[at] ?? 0),
    rowLast: Uint32Array.from(order, (at) => row.last[at] ?? 0),
    rowFlat: Uint32Array.from(order, (at) => row.flat[at] ?? 0),
    groupName,
    groupArea,
    groupRow,
    nameGroup: startsOf(groupName, names),
    areaGroupStart,
    areaGroups: orderBy(groupArea, areaGroupStart),
  }
}

import type { StringTable } from './string-table.ts'

/**
 * The sealed index: columns of numbers and tables of strings, nothing else, so it is stored and loaded as it is.
 * An entry gives one row a spelling (text, textEn). A *group* is one name in one area; rows lie by name, area and
 * number.
 */
export type AddressColumns = {
  // one an entry
  ids: StringTable
  texts: StringTable
  textEns: StringTable
  areaCodes: StringTable
  entryAreaCode: Uint32Array
  positions: Float64Array
  // one a row
  rowEntry: Uint32Array
  /** Leading digits of the first number, 0 without. */
  rowNumber: Uint32Array
  /** Hash of all numbers down to the building, of the last of them, and of what lies below; 0 without. */
  rowNumbers: Uint32Array
  rowLast: Uint32Array
  rowFlat: Uint32Array
  // one a group, the last column with one more
  groupName: Uint32Array
  groupArea: Uint32Array
  groupRow: Uint32Array
  /** First group of each name, one more than there are names. */
  nameGroup: Uint32Array
  /** Groups by area: where each area's begin in `areaGroups`, one more than there are areas. */
  areaGroupStart: Uint32Array
  areaGroups: Uint32Array
  /** Sorted: names, and chains of divisions from the outermost (so that those within one lie behind it). */
  names: StringTable
  areas: StringTable
  /** Sorted: everything that a division may be called, and which. */
  areaAliases: StringTable
  areaAliasOf: Uint32Array
  /** Sorted: pinyin of names, and initials, and which name. */
  sounds: StringTable
  soundOf: Uint32Array
  initials: StringTable
  initialsOf: Uint32Array
  /** Sorted: hashes of name pieces, and the names that have them. */
  grams: Uint32Array
  gramStart: Uint32Array
  gramNames: Uint32Array
  /** The divisions given when built, as pairs of code and name, so that entries can be added later. */
  divisions: StringTable
}

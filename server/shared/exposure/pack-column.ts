import type { Column } from './figures.ts'

export type PackedColumn = Uint8Array | Uint16Array | Float32Array | Float64Array

/** A column in the narrowest array that holds every number of it exactly; a packed one is handed back as it is. */
export function packColumn(column: Column): PackedColumn {
  if (isPacked(column)) return column
  for (const array of [Uint8Array, Uint16Array, Float32Array]) {
    const packed = array.from(column)
    if (sameNumbers(column, packed)) return packed
  }
  return Float64Array.from(column)
}

/** The same for numbers that may be NaN and are read in a tight loop: of two kinds only. */
export function packFloats(column: Float64Array): Float32Array | Float64Array {
  const packed = Float32Array.from(column)
  return sameNumbers(column, packed) ? packed : column
}

const isPacked = (column: Column): column is PackedColumn =>
  column instanceof Float32Array || column instanceof Uint8Array || column instanceof Uint16Array

function sameNumbers(a: Column, b: Column): boolean {
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i]! + 0, b[i]! + 0)) return false
  return true
}

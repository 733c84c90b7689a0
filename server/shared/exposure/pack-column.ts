import type { Column } from './figures.ts'

export type PackedColumn = Uint8Array | Uint16Array | Float32Array | Float64Array

/** A column in the narrowest array that holds every number of it exactly; a packed one is handed back as it is. */
export function packColumn(column: Column): PackedColumn {
  if (column instanceof Uint8Array || column instanceof Uint16Array || column instanceof Float32Array) return column
  if (every(column, (value) => Object.is(value & 0xff, value))) return Uint8Array.from(column)
  if (every(column, (value) => Object.is(value & 0xffff, value))) return Uint16Array.from(column)
  if (every(column, isSingle)) return Float32Array.from(column)
  return column instanceof Float64Array ? column : Float64Array.from(column)
}

/** The same for numbers that are read in a tight loop: of two kinds only. */
export function packFloats(column: Float64Array): Float32Array | Float64Array {
  return every(column, isSingle) ? Float32Array.from(column) : column
}

const isSingle = (value: number) => Object.is(Math.fround(value), value)

function every(column: Column, holds: (value: number) => boolean): boolean {
  for (let i = 0; i < column.length; i++) if (!holds(column[i]!)) return false
  return true
}

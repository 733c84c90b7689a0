import { compactFigures, mapColumns } from './compact-figures.ts'
import type { Column, PopulationFigures } from './figures.ts'
import {
  aligned, COLUMN_ARRAYS, type ColumnPlace, FIGURES_MARK, FIGURES_VERSION, type FiguresHeader, PREFIX_BYTES,
} from './figures-bytes.ts'
import { packColumn, type PackedColumn } from './pack-column.ts'

/**
 * Figures as bytes, `application/octet-stream`: a mark with the version, the length of a JSON header, the header, and
 * every column as it lies in memory, so that nothing is written or read number by number. Little-endian, as all
 * machines that run this are. No number is rounded: answers stay equal.
 */
export function encodeFigures(given: PopulationFigures): Uint8Array<ArrayBuffer> {
  const { sources, buildings, cells, grids, places } = compactFigures(given)
  const columns: { packed: PackedColumn; offset: number }[] = []
  let size = 0
  const place = (column: Column): ColumnPlace => {
    const packed = column instanceof Float64Array ? column : packColumn(column)
    const offset = size
    columns.push({ packed, offset })
    size = aligned(size + packed.byteLength)
    return [COLUMN_ARRAYS.findIndex((array) => packed instanceof array), offset, packed.length]
  }
  const header: FiguresHeader = {
    sources,
    buildings: mapColumns(buildings, place),
    cells: mapColumns(cells, place),
    grids: grids.map(({ xs, ys, people, households, source }) => ({
      xs: place(xs), ys: place(ys), people: place(people), households: households && place(households), source,
    })),
    places: { lng: place(places.lng), lat: place(places.lat), kind: places.kind, id: places.id },
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const start = aligned(PREFIX_BYTES + text.length)
  const bytes = new Uint8Array(start + size)
  bytes.set(new Uint8Array(Uint32Array.of(FIGURES_MARK + FIGURES_VERSION, text.length).buffer))
  bytes.set(text, PREFIX_BYTES)
  for (const { packed, offset } of columns)
    bytes.set(new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength), start + offset)
  return bytes
}

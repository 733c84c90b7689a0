import { mapColumns } from './compact-figures.ts'
import type { PopulationFigures } from './figures.ts'
import {
  aligned, COLUMN_ARRAYS, type ColumnPlace, FIGURES_MARK, FIGURES_VERSION, type FiguresHeader, PREFIX_BYTES,
} from './figures-bytes.ts'
import type { PackedColumn } from './pack-column.ts'

/** The bytes are not figures, were cut short, or are of another version of the program: load the page anew. */
export type FiguresUnreadable = { ok: false; reason: 'not_figures' | 'other_version' }

/** Figures from the bytes that `encodeFigures` wrote, in columns of their own: none of them keeps all the bytes. */
export function decodeFigures(buffer: ArrayBuffer): { ok: true; figures: PopulationFigures } | FiguresUnreadable {
  if (buffer.byteLength < PREFIX_BYTES) return { ok: false, reason: 'not_figures' }
  const [mark = 0, length = 0] = new Uint32Array(buffer, 0, 2)
  if (mark >>> 8 !== FIGURES_MARK >>> 8) return { ok: false, reason: 'not_figures' }
  if (mark !== FIGURES_MARK + FIGURES_VERSION) return { ok: false, reason: 'other_version' }
  const start = aligned(PREFIX_BYTES + length)
  try {
    const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, PREFIX_BYTES, length))) as FiguresHeader
    const column = ([kind, offset, count]: ColumnPlace): PackedColumn =>
      new COLUMN_ARRAYS[kind as 0](buffer, start + offset, count).slice()
    return { ok: true, figures: read(header, column) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return { ok: false, reason: 'not_figures' }
    throw error
  }
}

function read(
  { sources, buildings, cells, grids, places }: FiguresHeader,
  column: (place: ColumnPlace) => PackedColumn,
): PopulationFigures {
  // encoded from arrays of floats, so they are that
  const floats = (place: ColumnPlace) => column(place) as Float64Array
  return {
    sources,
    buildings: mapColumns(buildings, column),
    cells: mapColumns(cells, column),
    grids: grids.map(({ xs, ys, people, households, source }) => ({
      xs: floats(xs), ys: floats(ys), people: floats(people), households: households && floats(households), source,
    })),
    places: { ...places, lng: column(places.lng), lat: column(places.lat) },
  }
}

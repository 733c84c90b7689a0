import type { PopulationFigures } from './figures.ts'

/** The form of the bytes: raised whenever an older reader would read newer bytes wrongly. */
export const FIGURES_VERSION = 1
/** Stands at the start, with the version; read the other way round it says that byte orders differ. */
export const FIGURES_MARK = 0x46515300
export const COLUMN_ARRAYS = [Uint8Array, Uint16Array, Float32Array, Float64Array] as const

/** Where a column lies: its kind in `COLUMN_ARRAYS`, where it begins after the header, and how many numbers it has. */
export type ColumnPlace = readonly [kind: number, offset: number, length: number]

/** Header, its length, then columns: each begins at a multiple of this, as arrays of floats must. */
export const COLUMN_ALIGNMENT = 8
export const PREFIX_BYTES = 8

export const aligned = (bytes: number): number => Math.ceil(bytes / COLUMN_ALIGNMENT) * COLUMN_ALIGNMENT

type PlacesOf<T> = { [Name in keyof T]: ColumnPlace }

/** What the header says, as JSON: everything but the numbers, and where those are. */
export type FiguresHeader = {
  sources: PopulationFigures['sources']
  buildings: PlacesOf<PopulationFigures['buildings']>
  cells: PlacesOf<PopulationFigures['cells']>
  grids: { xs: ColumnPlace; ys: ColumnPlace; people: ColumnPlace; households: ColumnPlace | null; source: number }[]
  places: { lng: ColumnPlace; lat: ColumnPlace; kind: readonly string[]; id: readonly string[] }
}

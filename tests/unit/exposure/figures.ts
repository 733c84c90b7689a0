import type { FigureSource, PopulationFigures } from '#shared/exposure/figures.ts'

export const SOURCES: readonly FigureSource[] = [
  { source: 'count', title: 'Count on the spot', date: '2021-12-01', method: 'counted', basis: 'building' },
  { source: 'census', title: 'Census, spread', date: '2020-11-01', method: 'dasymetric', basis: 'building' },
  { source: 'raster', title: 'Raster', date: '2020-07-01', method: 'raster', basis: 'cell' },
]

const BOX = { west: [], south: [], east: [], north: [] }

export const NO_FIGURES: PopulationFigures = {
  sources: SOURCES,
  buildings: { lng: [], lat: [], ...BOX, people: [], households: [], source: [] },
  cells: { ...BOX, people: [], households: [], source: [] },
  places: { lng: [], lat: [], kind: [], id: [] },
}

/** Rows as columns; all rows have the fields of the first. */
export function columnsOf<Row extends object>(rows: Row[]): { [Name in keyof Row]: Row[Name][] } {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[]
  const columns = names.map((name) => [name, rows.map((row) => row[name])])
  return Object.fromEntries(columns) as { [Name in keyof Row]: Row[Name][] }
}

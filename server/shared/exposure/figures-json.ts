import type { Column, PopulationFigures } from './figures.ts'

type JsonColumn = (number | null)[]

/**
 * Population figures as JSON: columns as arrays, unknown numbers as null; coordinates unrounded, so answers stay equal.
 */
export type FiguresJson = {
  sources: PopulationFigures['sources']
  buildings: Record<keyof PopulationFigures['buildings'], JsonColumn>
  cells: Record<keyof PopulationFigures['cells'], JsonColumn>
  places: { lng: JsonColumn; lat: JsonColumn; kind: readonly string[]; id: readonly string[] }
}

/** Figures as a plain object for `JSON.stringify`. */
export function encodeFigures({ sources, buildings, cells, places }: PopulationFigures): FiguresJson {
  return {
    sources,
    buildings: mapColumns(buildings, encodeColumn),
    cells: mapColumns(cells, encodeColumn),
    places: { lng: encodeColumn(places.lng), lat: encodeColumn(places.lat), kind: places.kind, id: places.id },
  }
}

/** Figures from their JSON, as `encodeFigures` wrote it. */
export function decodeFigures({ sources, buildings, cells, places }: FiguresJson): PopulationFigures {
  return {
    sources,
    buildings: mapColumns(buildings, decodeColumn),
    cells: mapColumns(cells, decodeColumn),
    places: { lng: decodeColumn(places.lng), lat: decodeColumn(places.lat), kind: places.kind, id: places.id },
  }
}

function mapColumns<K extends string, A, B>(columns: Record<K, A>, map: (column: A) => B): Record<K, B> {
  const entries = Object.entries<A>(columns).map(([name, column]) => [name, map(column)])
  return Object.fromEntries(entries) as Record<K, B>
}

function encodeColumn(column: Column): JsonColumn {
  return Array.from(column, (value) => (Number.isNaN(value) ? null : value))
}

function decodeColumn(column: JsonColumn): Float64Array {
  return Float64Array.from(column, (value) => value ?? NaN)
}

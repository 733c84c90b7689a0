import Flatbush from 'flatbush'
import KDBush from 'kdbush'
import { type BuildingBuckets, fillBuckets } from './building-buckets.ts'
import { compactFigures } from './compact-figures.ts'
import type { CellFigures, FigureSource, PlaceFigures, PopulationFigures } from './figures.ts'
import { type GridIndex, indexGrid } from './grid-index.ts'
import { replaceInGrid, replacedCells } from './replace-cells.ts'

/** Cells on no grid; `replaced` is 1 for those that count for nothing. */
export type LooseCells = { cells: CellFigures; index: Flatbush; replaced: Uint8Array }

/** Figures with what makes them quick to ask; build once per load with `indexFigures`. Null where there are none. */
export type FigureIndex = {
  sources: readonly FigureSource[]
  buildings: BuildingBuckets | null
  grids: readonly GridIndex[]
  cells: LooseCells | null
  places: { places: PlaceFigures; index: KDBush } | null
}

/**
 * Indexes figures for `exposure`. Where a cell holds the point of a building whose people are known, the building
 * counts and the cell does not, lest the same people count twice. Figures must hold one generation: of two rasters of
 * the same ground both would count.
 */
export function indexFigures(given: PopulationFigures): FigureIndex {
  const { sources, buildings, cells, grids = [], places } = compactFigures(given)
  const index = cellIndex(cells)
  return {
    sources,
    buildings: fillBuckets(buildings),
    grids: grids.map((grid) => indexGrid(replaceInGrid(grid, buildings))),
    cells: index && { cells, index, replaced: replacedCells(buildings, cells, index) },
    places: placeIndex(places),
  }
}

function cellIndex({ west, south, east, north }: CellFigures): Flatbush | null {
  if (west.length === 0) return null
  const index = new Flatbush(west.length)
  for (let i = 0; i < west.length; i++) index.add(west[i]!, south[i]!, east[i]!, north[i]!)
  index.finish()
  return index
}

function placeIndex(places: PlaceFigures): FigureIndex['places'] {
  const { lng, lat } = places
  if (lng.length === 0) return null
  const index = new KDBush(lng.length)
  for (let i = 0; i < lng.length; i++) index.add(lng[i]!, lat[i]!)
  return { places, index: index.finish() }
}

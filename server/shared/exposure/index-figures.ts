import Flatbush from 'flatbush'
import KDBush from 'kdbush'
import { type BuildingBuckets, fillBuckets } from './building-buckets.ts'
import { type CompactFigures, compactFigures } from './compact-figures.ts'
import type { CellFigures, PlaceFigures, PopulationFigures } from './figures.ts'
import { type GridSums, sumGrid } from './grid-sums.ts'
import { replaceInGrid, replacedCells } from './replace-cells.ts'

/** Bounds of the cells on no grid; `replaced` is 1 for those that count for nothing. */
export type LooseCells = { index: Flatbush; replaced: Uint8Array }

/** Figures with what makes them quick to ask; build once per load with `indexFigures`. Null where there are none. */
export type FigureIndex = {
  /** compact; buildings in the order of their buckets, and grids without the cells that buildings replace */
  figures: CompactFigures
  buckets: BuildingBuckets | null
  /** of each grid of the figures */
  grids: readonly GridSums[]
  loose: LooseCells | null
  places: KDBush | null
}

/**
 * Indexes figures for `exposure`. Where a cell holds the point of a building whose people are known, the building
 * counts and the cell does not, lest the same people count twice. Figures must hold one generation: of two rasters of
 * the same ground both would count.
 */
export function indexFigures(given: PopulationFigures): FigureIndex {
  const compact = compactFigures(given)
  const { buildings, buckets } = fillBuckets(compact.buildings)
  const grids = compact.grids.map((grid) => replaceInGrid(grid, buildings))
  const index = cellIndex(compact.cells)
  return {
    figures: { ...compact, buildings, grids },
    buckets,
    grids: grids.map(sumGrid),
    loose: index && { index, replaced: replacedCells(buildings, compact.cells, index) },
    places: placeIndex(compact.places),
  }
}

function cellIndex({ west, south, east, north }: CellFigures): Flatbush | null {
  if (west.length === 0) return null
  const index = new Flatbush(west.length)
  for (let i = 0; i < west.length; i++) index.add(west[i]!, south[i]!, east[i]!, north[i]!)
  index.finish()
  return index
}

function placeIndex({ lng, lat }: PlaceFigures): KDBush | null {
  if (lng.length === 0) return null
  const index = new KDBush(lng.length)
  for (let i = 0; i < lng.length; i++) index.add(lng[i]!, lat[i]!)
  return index.finish()
}

import Flatbush from 'flatbush'
import KDBush from 'kdbush'
import type { BuildingFigures, CellFigures, Column, PopulationFigures } from './figures.ts'

/** Figures with what makes them quick to ask; build once per load with `indexFigures`. */
export type FigureIndex = {
  figures: PopulationFigures
  /** bounds of the buildings, widened to their representative point; null when there are none */
  buildings: Flatbush | null
  cells: Flatbush | null
  places: KDBush | null
  /** 1 for cells that count for nothing, because buildings with known people stand in them */
  replaced: Uint8Array
}

/**
 * Indexes figures for `exposure`. Where a cell holds the point of a building whose people are known, the building
 * counts and the cell does not, lest the same people count twice. Figures must hold one generation: of two rasters of
 * the same ground both would count.
 */
export function indexFigures(figures: PopulationFigures): FigureIndex {
  const { buildings, places } = figures
  const cells = boxIndex(figures.cells, figures.cells.people.length)
  return {
    figures,
    buildings: boxIndex(withPoint(buildings), buildings.lng.length),
    cells,
    places: pointIndex(places.lng, places.lat),
    replaced: replacedCells(buildings, figures.cells, cells),
  }
}

type Boxes = { west: Column; south: Column; east: Column; north: Column }

function boxIndex({ west, south, east, north }: Boxes, count: number): Flatbush | null {
  if (count === 0) return null
  const index = new Flatbush(count)
  for (let i = 0; i < count; i++) index.add(west[i]!, south[i]!, east[i]!, north[i]!)
  index.finish()
  return index
}

function pointIndex(lng: Column, lat: Column): KDBush | null {
  if (lng.length === 0) return null
  const index = new KDBush(lng.length)
  for (let i = 0; i < lng.length; i++) index.add(lng[i]!, lat[i]!)
  return index.finish()
}

function withPoint({ lng, lat, west, south, east, north }: BuildingFigures): Boxes {
  const each = (one: Column, other: Column, pick: (a: number, b: number) => number) =>
    Float64Array.from({ length: lng.length }, (_, i) => pick(one[i]!, other[i]!))
  return {
    west: each(west, lng, Math.min),
    south: each(south, lat, Math.min),
    east: each(east, lng, Math.max),
    north: each(north, lat, Math.max),
  }
}

function replacedCells(buildings: BuildingFigures, cells: CellFigures, index: Flatbush | null): Uint8Array {
  const replaced = new Uint8Array(cells.people.length)
  if (!index) return replaced
  for (let i = 0; i < buildings.lng.length; i++) {
    if (Number.isNaN(buildings.people[i]!)) continue
    const x = buildings.lng[i]!
    const y = buildings.lat[i]!
    index.search(x, y, x, y, (cell) => {
      // half-open, so that a point on the line between two cells belongs to one of them
      if (x < cells.east[cell]! && y < cells.north[cell]!) replaced[cell] = 1
      return false
    })
  }
  return replaced
}

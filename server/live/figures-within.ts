import type { Column, PopulationFigures } from '#shared/exposure/figures.ts'
import { gridWithin } from '#shared/exposure/grid-within.ts'

type Bounds = [number, number, number, number]

/**
 * The figures that areas inside `bounds` (degrees) are counted with: they give the same numbers there as all of them.
 * A cell is not counted where a building in it is, so the buildings of every cell that is kept are kept too.
 */
export function figuresWithin(
  { sources, buildings, cells, grids = [], places }: PopulationFigures,
  bounds: Bounds,
): PopulationFigures {
  const keptCells = rowsWhere(cells.west.length, (i) => meets(cells, i, bounds))
  const keptGrids = grids.flatMap((grid) => gridWithin(grid, bounds) ?? [])
  const widest = keptGrids.reduce<Bounds>(
    ([west, south, east, north], { xs, ys }) => [
      Math.min(west, xs[0]!),
      Math.min(south, ys[0]!),
      Math.max(east, xs.at(-1)!),
      Math.max(north, ys.at(-1)!),
    ],
    bounds,
  )
  const wide = keptCells.reduce<Bounds>(
    ([west, south, east, north], i) => [
      Math.min(west, cells.west[i]!),
      Math.min(south, cells.south[i]!),
      Math.max(east, cells.east[i]!),
      Math.max(north, cells.north[i]!),
    ],
    widest,
  )
  const keptBuildings = rowsWhere(buildings.lng.length, (i) => meets(buildings, i, wide))
  const [west, south, east, north] = bounds
  const keptPlaces = rowsWhere(
    places.lng.length,
    (i) => places.lng[i]! >= west && places.lng[i]! <= east && places.lat[i]! >= south && places.lat[i]! <= north,
  )
  return {
    sources,
    buildings: pick(buildings, keptBuildings),
    cells: pick(cells, keptCells),
    grids: keptGrids,
    places: {
      lng: keptPlaces.map((i) => places.lng[i]!),
      lat: keptPlaces.map((i) => places.lat[i]!),
      kind: keptPlaces.map((i) => places.kind[i]!),
      id: keptPlaces.map((i) => places.id[i]!),
    },
  }
}

type Rectangles = { west: Column; south: Column; east: Column; north: Column }
const meets = (rows: Rectangles, i: number, [west, south, east, north]: Bounds) =>
  rows.west[i]! <= east && rows.east[i]! >= west && rows.south[i]! <= north && rows.north[i]! >= south

function rowsWhere(count: number, test: (i: number) => boolean): number[] {
  const rows: number[] = []
  for (let i = 0; i < count; i++) if (test(i)) rows.push(i)
  return rows
}

function pick<K extends string>(columns: Record<K, Column>, rows: readonly number[]): Record<K, Column> {
  const entries = Object.entries<Column>(columns).map(([name, column]) => [name, rows.map((i) => column[i]!)])
  return Object.fromEntries(entries) as Record<K, Column>
}

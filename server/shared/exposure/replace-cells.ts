import type Flatbush from 'flatbush'
import type { BuildingFigures, CellFigures, CellGrid } from './figures.ts'
import { intervalAt } from './interval-at.ts'

/** A grid without the cells in which a building with known people stands; the given one if that is none of them. */
export function replaceInGrid(grid: CellGrid, { lng, lat, people }: BuildingFigures): CellGrid {
  const columns = grid.xs.length - 1
  const rows = grid.ys.length - 1
  let left: CellGrid['people'] | null = null
  for (let i = 0; i < lng.length; i++) {
    if (Number.isNaN(people[i]!)) continue
    const column = intervalAt(grid.xs, lng[i]!)
    const row = intervalAt(grid.ys, lat[i]!)
    if (column < 0 || row < 0 || column === columns || row === rows) continue
    left ??= grid.people.slice()
    left[row * columns + column] = Number.NaN
  }
  if (!left) return grid
  const { households } = grid
  const homesLeft = households?.map((homes, i) => (Number.isNaN(left[i]!) ? Number.NaN : homes)) ?? null
  return { ...grid, people: left, households: homesLeft }
}

/** Which cells on no grid a building with known people stands in: 1 for those. */
export function replacedCells({ lng, lat, people }: BuildingFigures, cells: CellFigures, index: Flatbush): Uint8Array {
  const replaced = new Uint8Array(cells.people.length)
  for (let i = 0; i < lng.length; i++) {
    if (Number.isNaN(people[i]!)) continue
    const [x, y] = [lng[i]!, lat[i]!]
    index.search(x, y, x, y, (cell) => {
      // half-open, so that a point on the line between two cells belongs to one of them
      if (x < cells.east[cell]! && y < cells.north[cell]!) replaced[cell] = 1
      return false
    })
  }
  return replaced
}

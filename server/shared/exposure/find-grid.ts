import type { CellFigures, CellGrid } from './figures.ts'
import { gridLines, UNEVEN } from './grid-lines.ts'
import { packFloats } from './pack-column.ts'

/** A grid may have this many places for each cell: a district fills part of its bounds. */
const MOST_PLACES = 8
const STEP_SAMPLE = 101

export type FoundGrid = { grid: CellGrid; rows: number[] }

/** The rows of one source that make a grid, and the grid; null where they make none. */
export function findGrid(cells: CellFigures, rows: readonly number[], source: number): FoundGrid | null {
  const wide = usual(rows.map((row) => cells.east[row]! - cells.west[row]!))
  const high = usual(rows.map((row) => cells.north[row]! - cells.south[row]!))
  if (!(wide > 0 && high > 0)) return null
  const solid = rows.filter(
    (row) => isAbout(cells.east[row]! - cells.west[row]!, wide) && isAbout(cells.north[row]! - cells.south[row]!, high),
  )
  const [west, east] = [pick(cells.west, solid), pick(cells.east, solid)]
  const across = gridLines(west, east, wide)
  if (!across) return null
  const [south, north] = [pick(cells.south, solid), pick(cells.north, solid)]
  const up = gridLines(south, north, high)
  if (!up) return null
  const columns = across.lines.length - 1
  const places = columns * (up.lines.length - 1)
  if (places > MOST_PLACES * solid.length) return null

  const people = new Float64Array(places).fill(Number.NaN)
  const households = new Float64Array(places).fill(Number.NaN)
  const placed: number[] = []
  solid.forEach((row, i) => {
    const column = across.lineOf.get(west[i]!)!
    const line = up.lineOf.get(south[i]!)!
    const place = line * columns + column
    const fits = across.lineOf.get(east[i]!) === column + 1 && up.lineOf.get(north[i]!) === line + 1
    if (!fits || !Number.isNaN(people[place]!)) return
    people[place] = cells.people[row]!
    households[place] = cells.households[row]!
    placed.push(row)
  })
  const known = households.some((value) => !Number.isNaN(value))
  const grid = { people: packFloats(people), households: known ? packFloats(households) : null, source }
  return { grid: { xs: across.lines, ys: up.lines, ...grid }, rows: placed }
}

const pick = (column: ArrayLike<number>, rows: readonly number[]) =>
  Float64Array.from({ length: rows.length }, (_, i) => column[rows[i]!]!)

/** The median of some of the lengths. */
function usual(lengths: readonly number[]): number {
  const stride = Math.ceil(lengths.length / STEP_SAMPLE)
  const some = lengths.filter((_, i) => i % stride === 0).sort((a, b) => a - b)
  return some[some.length >> 1]!
}

const isAbout = (length: number, step: number) => Math.abs(length - step) <= UNEVEN * step

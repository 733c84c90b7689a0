import type { CellGrid, PopulationFigures } from './figures.ts'
import { findGrid } from './find-grid.ts'
import { packColumn } from './pack-column.ts'

export type CompactFigures = PopulationFigures & { grids: readonly CellGrid[] }

/**
 * The same figures in less memory: cells that lie on a grid without their coordinates, and columns in the narrowest
 * arrays that hold them exactly. Cells whose people are unknown count for nothing and are left out.
 */
export function compactFigures({ sources, buildings, cells, grids = [], places }: PopulationFigures): CompactFigures {
  const rowsOf = new Map<number, number[]>()
  for (let row = 0; row < cells.people.length; row++) {
    if (Number.isNaN(cells.people[row]!)) continue
    const source = cells.source[row]!
    const rows = rowsOf.get(source)
    if (rows) rows.push(row)
    else rowsOf.set(source, [row])
  }
  const found: CellGrid[] = [...grids]
  const loose: number[] = []
  for (const [source, rows] of rowsOf) {
    // cells beside a grid of theirs have been left over before
    const grid = grids.some((other) => other.source === source) ? null : findGrid(cells, rows, source)
    if (grid) found.push(grid.grid)
    const placed = new Set(grid?.rows)
    for (const row of rows) if (!placed.has(row)) loose.push(row)
  }
  return {
    sources,
    buildings: mapColumns(buildings, packColumn),
    cells: mapColumns(cells, (column) => packColumn(loose.map((row) => column[row]!))),
    grids: found,
    places: { ...places, lng: packColumn(places.lng), lat: packColumn(places.lat) },
  }
}

/** Columns by the same names, each put through `map`. */
export function mapColumns<K extends string, A, B>(columns: Record<K, A>, map: (column: A) => B): Record<K, B> {
  const entries = Object.entries<A>(columns).map(([name, column]) => [name, map(column)])
  return Object.fromEntries(entries) as Record<K, B>
}

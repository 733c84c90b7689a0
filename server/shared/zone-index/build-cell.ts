import { pointerWord } from './answer-word.ts'
import { extend } from './cell-builder.ts'
import type { CellBuilder } from './cell-builder.ts'
import { sortByCell } from './edge-list.ts'
import { latticeX, latticeY } from './layer.ts'
import type { Layer } from './layer.ts'
import { groupEnd, runEnd } from './run-ends.ts'
import { createSplitGrid, settleZone } from './split-grid.ts'
import type { SplitGrid } from './split-grid.ts'
import { spreadRun } from './spread-run.ts'
import { writeRecord } from './write-record.ts'

// A cell with at most this many edges is answered by looking at them; found best by the benchmark (TRIED.md).
const RECORD_EDGES = 16
const EDGES_PER_CELL = 8
const MOST_DEPTH = 5
const MOST_LEVELS = 7

/**
 * Appends to the block what answers look-ups in a cell, and returns the cell's answer word, its offset counted from
 * the block's start. The cell's edges are `from`..`to` of the builder's list, zones in order of strictness; `bits` is
 * the binary logarithm of its width, `label` the answer where none of those zones covers the point.
 */
export function buildCell(
  builder: CellBuilder,
  from: number,
  to: number,
  originX: number,
  originY: number,
  bits: number,
  label: number,
  level: number,
): number {
  const count = to - from
  if (count === 0) return label
  if (count <= RECORD_EDGES || bits === 0 || level === MOST_LEVELS) {
    return pointerWord(writeRecord(builder, from, to, originX, originY, bits, label), 0)
  }
  const wanted = Math.ceil(Math.log2(count / EDGES_PER_CELL) / 2)
  const depth = Math.max(1, Math.min(wanted, MOST_DEPTH, bits))
  const cellBits = bits - depth
  const grid = gridFor(builder, level, depth)
  grid.originX = originX
  grid.originY = originY
  grid.inverse = 2 ** -cellBits
  grid.labels.fill(0)
  grid.touched.fill(0)
  const { list } = builder
  const start = list.length
  for (let group = from; group < to; group = spreadGroup(builder, grid, group, to));
  const cellCount = grid.columns * grid.columns
  const starts = new Int32Array(cellCount + 1)
  sortByCell(list, start, starts, cellCount)

  const node = extend(builder, cellCount)
  let alike = true
  for (let cell = 0; cell < cellCount; cell++) {
    const x = originX + (cell & (grid.columns - 1)) * 2 ** cellBits
    const y = originY + (cell >> depth) * 2 ** cellBits
    const word = buildCell(builder, starts[cell]!, starts[cell + 1]!, x, y, cellBits, grid.labels[cell]! || label, level + 1)
    builder.words[node + cell] = word
    alike &&= word >= 0 && word === builder.words[node]
  }
  list.length = start
  if (!alike) return pointerWord(node, depth)
  builder.length = node
  return builder.words[node]!
}

function gridFor(builder: CellBuilder, level: number, depth: number): SplitGrid {
  return (builder.grids[level * (MOST_DEPTH + 1) + depth] ??= createSplitGrid(1 << depth, 1 << depth))
}

// Spreads the edges of one zone, which start at `from`, over the grid; returns where the next zone's start.
function spreadGroup(builder: CellBuilder, grid: SplitGrid, from: number, to: number): number {
  const { list, layer, coordinates } = builder
  const end = groupEnd(list, from, to)
  const owner = list.owners[from]!
  const zone = (owner >> 1) + 1
  const start = list.length
  grid.westParity.fill(owner & 1)
  for (let i = from; i < end; ) {
    const next = runEnd(list, i, end)
    const first = list.edges[i]!
    const last = first + next - i
    turnAtEnd(grid, layer, coordinates, first)
    turnAtEnd(grid, layer, coordinates, last)
    spreadRun(grid, list, layer, coordinates, first, last, zone)
    i = next
  }
  settleZone(grid, list, start, zone)
  return end
}

// The owner's parity is that at half the cell's height: a ray that ends between there and a row changes that row's.
function turnAtEnd(grid: SplitGrid, layer: Layer, coordinates: Float64Array, vertex: number): void {
  if (latticeX(layer, coordinates[2 * vertex]!) >= grid.originX) return
  const y = (latticeY(layer, coordinates[2 * vertex + 1]!) - grid.originY) * grid.inverse
  const atMiddle = y > grid.rows / 2
  for (let row = 0; row < grid.rows; row++) if (y > row + 0.5 !== atMiddle) grid.westParity[row]! ^= 1
}

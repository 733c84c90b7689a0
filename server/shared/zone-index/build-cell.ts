import { pointerWord } from './answer-word.ts'
import { extend } from './cell-builder.ts'
import type { CellBuilder } from './cell-builder.ts'
import { MAP_BITS } from './cell-record.ts'
import { sortByCell } from './edge-list.ts'
import { gridFor, MOST_DEPTH } from './grid-for.ts'
import { spreadGroup } from './spread-group.ts'
import { writeRecord } from './write-record.ts'

// A cell with at most this many edges is answered by looking at them; found best by the benchmark.
const RECORD_EDGES = 16
const EDGES_PER_CELL = 8
const MOST_LEVELS = 7
// A cell stays whole where those that it would be split into keep, on average, more than this part of its edges.
const MOST_KEPT = 0.75

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
  const record = () => pointerWord(writeRecord(builder, from, to, originX, originY, bits, label), 0)
  if (count <= RECORD_EDGES || bits <= MAP_BITS || level === MOST_LEVELS) return record()
  const wanted = Math.ceil(Math.log2(count / EDGES_PER_CELL) / 2)
  const depth = Math.max(1, Math.min(wanted, MOST_DEPTH, bits - MAP_BITS))
  const cellBits = bits - depth
  const grid = gridFor(builder, level, depth, originX, originY, cellBits)
  const { list } = builder
  const start = list.length
  for (let group = from; group < to; group = spreadGroup(builder, grid, group, to));
  const cellCount = grid.columns * grid.columns
  const { starts } = grid
  sortByCell(list, start, starts, cellCount)
  if (!isThinner(starts, cellCount, count)) {
    list.length = start
    return record()
  }

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

/**
 * Whether the cells of a split hold fewer edges than the one split. Zones that share a border keep all its edges in each
 * cell along it, however small: a few dozen of them would take seconds to split down to the last level, for nothing.
 */
function isThinner(starts: Int32Array, cellCount: number, count: number): boolean {
  let crossed = 0
  for (let cell = 0; cell < cellCount; cell++) if (starts[cell + 1]! > starts[cell]!) crossed += 1
  const edges = starts[cellCount]! - starts[0]!
  return crossed < 2 || edges <= MOST_KEPT * crossed * count
}

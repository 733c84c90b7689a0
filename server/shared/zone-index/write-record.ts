import { extend } from './cell-builder.ts'
import type { CellBuilder } from './cell-builder.ts'
import { RECORD_UNITS, vertexWord } from './cell-record.ts'
import { groupEnd, isRunEnd, isRunStart } from './run-ends.ts'

// Edges are cut at one cell's width round the cell; in cells from its south-west corner.
const LOW = -1
const HIGH = 2
const ROW_MARGIN = 0.01

/** Appends a record (cell-record.ts) of the edges `from`..`to`, and returns its offset in the block. */
export function writeRecord(
  builder: CellBuilder,
  from: number,
  to: number,
  originX: number,
  originY: number,
  bits: number,
  label: number,
): number {
  const record = builder.length
  for (let group = from; group < to; ) {
    const end = groupEnd(builder.list, group, to)
    writeZone(builder, group, end, originX, originY, 2 ** -bits)
    group = end
  }
  builder.words[extend(builder, 1)] = ~label
  return record
}

function writeZone(
  builder: CellBuilder,
  from: number,
  to: number,
  originX: number,
  originY: number,
  inverse: number,
): void {
  const { list, layer, coordinates } = builder
  const owner = list.owners[from]!
  const head = extend(builder, 2 + 4 * (to - from))
  const { words } = builder
  let next = head + 2
  let parity = owner & 1
  let joined = false
  for (let i = from; i < to; i++) {
    const edge = list.edges[i]!
    const ax = ((coordinates[2 * edge]! - layer.west) * layer.scaleX - originX) * inverse
    const ay = ((coordinates[2 * edge + 1]! - layer.south) * layer.scaleY - originY) * inverse
    const bx = ((coordinates[2 * edge + 2]! - layer.west) * layer.scaleX - originX) * inverse
    const by = ((coordinates[2 * edge + 3]! - layer.south) * layer.scaleY - originY) * inverse
    if (isRunStart(list, from, i)) joined = false
    const start = isInBox(ax, ay) ? 0 : cutAt(ax, ay, bx, by)
    const end = isInBox(bx, by) ? 1 : 1 - cutAt(bx, by, ax, ay)
    if (!joined) {
      const x = toUnits(ax + start * (bx - ax))
      const y = ay + start * (by - ay)
      const ray = endAt(ax, ay, y, isRunStart(list, from, i))
      if (ray) words[next++] = vertexWord(x, 0, true)
      words[next++] = vertexWord(x, toUnits(y), !ray)
    }
    const x = toUnits(ax + end * (bx - ax))
    const y = ay + end * (by - ay)
    words[next++] = vertexWord(x, toUnits(y), false)
    joined = end === 1 && !isRunEnd(list, to, i)
    if (!joined && endAt(bx, by, y, isRunEnd(list, to, i))) words[next++] = vertexWord(x, 0, false)
  }
  words[head] = (owner >> 1) + 1
  words[head + 1] = ((next - head - 2) << 1) | parity
  builder.length = next

  // Whether a run that ends at x, y and is cut at `cutY` needs its ray drawn; where not, the ray's part is constant.
  function endAt(x: number, y: number, cutY: number, isListed: boolean): boolean {
    if (x >= 0) return false
    if (isListed && y > 0.5) parity ^= 1
    if (cutY > 1 + ROW_MARGIN) parity ^= 1
    return cutY >= -ROW_MARGIN && cutY <= 1 + ROW_MARGIN
  }
}

function isInBox(x: number, y: number): boolean {
  return x >= LOW && x <= HIGH && y >= LOW && y <= HIGH
}

// How far along a→b, from 0 to 1, the edge enters the box; a is outside, and the edge is known to reach the cell.
function cutAt(ax: number, ay: number, bx: number, by: number): number {
  let t = 0
  if (ax < LOW) t = (LOW - ax) / (bx - ax)
  else if (ax > HIGH) t = (HIGH - ax) / (bx - ax)
  if (ay < LOW) t = Math.max(t, (LOW - ay) / (by - ay))
  else if (ay > HIGH) t = Math.max(t, (HIGH - ay) / (by - ay))
  return t
}

function toUnits(inCells: number): number {
  return Math.round((inCells + 1) * RECORD_UNITS)
}

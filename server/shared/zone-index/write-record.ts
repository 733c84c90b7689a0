import { extend } from './cell-builder.ts'
import type { CellBuilder } from './cell-builder.ts'
import { EDGES_MAP, FIRST_ZONE_MAP, LAST_ZONE, RECORD_HEAD, RECORD_UNITS, vertexWord } from './cell-record.ts'
import { beginZone, clearPartMap, endRun, finishZone, mapWord, markEdge } from './part-map.ts'
import { groupEnd, runEnd } from './run-ends.ts'

// Edges are cut at one cell's width round the cell; in cells from its south-west corner.
const LOW = -1
const HIGH = 2
const ROW_MARGIN = 0.01

/**
 * Appends a record (cell-record.ts) of the edges `from`..`to`, and returns its offset in the block.
 *
 * A run that ends west of the cell ends in a ray to the south (run-ends.ts). Rays are drawn only where they start
 * beside the cell; one that starts north of it passes every point, and one that starts south of it none.
 */
export function writeRecord(
  builder: CellBuilder,
  from: number,
  to: number,
  originX: number,
  originY: number,
  bits: number,
  label: number,
): number {
  const record = extend(builder, RECORD_HEAD)
  const { map } = builder
  clearPartMap(map)
  for (let group = from; group < to; ) {
    const end = groupEnd(builder.list, group, to)
    writeZone(builder, group, end, originX, originY, 2 ** -bits, end === to)
    finishZone(map, group === from)
    group = end
  }
  const { words } = builder
  words[record] = label
  for (let half = 0; half < 2; half++) {
    words[record + EDGES_MAP + half] = mapWord(map.edges, 4 * half)
    words[record + FIRST_ZONE_MAP + half] = mapWord(map.firstZone, 4 * half)
  }
  return record
}

function writeZone(
  builder: CellBuilder,
  from: number,
  to: number,
  originX: number,
  originY: number,
  inverse: number,
  isLast: boolean,
): void {
  const { list, layer, table, map } = builder
  const { coordinates } = table
  const { west, south, scaleX, scaleY } = layer
  const owner = list.owners[from]!
  const head = extend(builder, 2 + 4 * (to - from))
  const { words } = builder
  let next = head + 2
  let parity = owner & 1
  beginZone(map, parity)
  for (let i = from; i < to; ) {
    const end = runEnd(list, i, to)
    const first = list.edges[i]!
    const last = first + end - i
    let joined = false
    let ax = ((coordinates[2 * first]! - west) * scaleX - originX) * inverse
    let ay = ((coordinates[2 * first + 1]! - south) * scaleY - originY) * inverse
    if (ax < 0) {
      if (ay > 0.5) parity ^= 1
      endRun(map, ay)
    }
    for (let edge = first; edge < last; edge++) {
      const bx = ((coordinates[2 * edge + 2]! - west) * scaleX - originX) * inverse
      const by = ((coordinates[2 * edge + 3]! - south) * scaleY - originY) * inverse
      markEdge(map, ax, ay, bx, by)
      if (!joined) {
        const cut = isInBox(ax, ay) ? 0 : cutAt(ax, ay, bx, by)
        const x = toUnits(ax + cut * (bx - ax))
        const y = ay + cut * (by - ay)
        const ray = ax < 0 && y >= -ROW_MARGIN && y <= 1 + ROW_MARGIN
        if (ray) words[next++] = vertexWord(x, 0, true)
        else if (ax < 0 && y > 1) parity ^= 1
        words[next++] = vertexWord(x, toUnits(y), !ray)
      }
      joined = isInBox(bx, by)
      const cut = joined ? 0 : cutAt(bx, by, ax, ay)
      const x = toUnits(bx + cut * (ax - bx))
      const y = by + cut * (ay - by)
      words[next++] = vertexWord(x, toUnits(y), false)
      if (bx < 0 && (!joined || edge === last - 1)) {
        if (y > 1 + ROW_MARGIN) parity ^= 1
        else if (y >= -ROW_MARGIN) words[next++] = vertexWord(x, 0, false)
      }
      ax = bx
      ay = by
    }
    if (ax < 0) {
      if (ay > 0.5) parity ^= 1
      endRun(map, ay)
    }
    i = end
  }
  words[head] = (owner >> 1) + 1
  words[head + 1] = ((next - head - 2) << 2) | (isLast ? LAST_ZONE : 0) | parity
  builder.length = next
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
  return ((inCells + 1) * RECORD_UNITS + 0.5) | 0
}

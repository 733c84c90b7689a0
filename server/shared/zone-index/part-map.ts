import { MAP_BITS } from './cell-record.ts'

const SIDE = 1 << MAP_BITS
const ROW = (1 << SIDE) - 1

// In parts, as in spread-run.ts.
const PAD = 2 ** -10

/**
 * Which parts of a cell, 8 × 8 of them, are answered without a look at edges. Each array has a byte per row from the
 * south, each byte a bit per column from the west.
 */
export type PartMap = {
  /** Of the present zone: parts that an edge comes near, and parts where the parity of edges to the west turns. */
  touched: Uint8Array
  turns: Uint8Array
  /** Parts that the first zone covers wholly, parts that need a look at edges, and either of these. */
  firstZone: Uint8Array
  edges: Uint8Array
  settled: Uint8Array
}

export function createPartMap(): PartMap {
  const rows = () => new Uint8Array(SIDE)
  return { touched: rows(), turns: rows(), firstZone: rows(), edges: rows(), settled: rows() }
}

export function clearPartMap(map: PartMap): void {
  for (let row = 0; row < SIDE; row++) {
    map.firstZone[row] = 0
    map.edges[row] = 0
    map.settled[row] = 0
  }
}

/** Begins a zone, whose edges outside the cell's list have this parity west of the cell at half its height. */
export function beginZone(map: PartMap, parity: number): void {
  for (let row = 0; row < SIDE; row++) {
    map.touched[row] = 0
    map.turns[row] = parity
  }
}

/** A run of the zone's edges ends west of the cell (run-ends.ts), at this height in cells. */
export function endRun(map: PartMap, y: number): void {
  const atMiddle = y > 0.5
  for (let row = 0; row < SIDE; row++) if (y * SIDE > row + 0.5 !== atMiddle) map.turns[row]! ^= 1
}

/** An edge of the zone, in cells from the cell's south-west corner. */
export function markEdge(map: PartMap, x0: number, y0: number, x1: number, y1: number): void {
  const ax = x0 * SIDE
  const ay = y0 * SIDE
  const bx = x1 * SIDE
  const by = y1 * SIDE
  const minX = ax < bx ? ax : bx
  const maxX = ax < bx ? bx : ax
  const minY = ay < by ? ay : by
  const maxY = ay < by ? by : ay
  if (minX > PAD && minY > PAD && maxX < SIDE && maxY < SIDE) {
    const column = (minX - PAD) | 0
    const row = (minY - PAD) | 0
    if (maxX < column + 1 - PAD && maxY < row + 1 - PAD) {
      // Many edges lie in one part.
      map.touched[row]! |= 1 << column
      if (ay > row + 0.5 !== by > row + 0.5) map.turns[row]! ^= 2 << column
      return
    }
  }
  const firstRow = Math.max(Math.floor(minY - PAD), 0)
  const lastRow = Math.min(Math.floor(maxY + PAD), SIDE - 1)
  const west = Math.floor(minX - PAD)
  const east = Math.floor(maxX + PAD)
  const slope = (bx - ax) / (by - ay)
  for (let row = firstRow; row <= lastRow; row++) {
    let from = west
    let to = east
    if (west !== east && (minY < row - PAD || maxY > row + 1 + PAD)) {
      const low = ax + (Math.max(minY, row - PAD) - ay) * slope
      const high = ax + (Math.min(maxY, row + 1 + PAD) - ay) * slope
      from = Math.floor((low < high ? low : high) - PAD)
      to = Math.floor((low < high ? high : low) + PAD)
    }
    if (from >= SIDE) continue
    const middle = row + 0.5
    if (ay > middle !== by > middle && to < SIDE - 1) map.turns[row]! ^= 1 << (to < 0 ? 0 : to + 1)
    if (to < 0) continue
    map.touched[row]! |= (ROW << Math.max(from, 0)) & (ROW >> (SIDE - 1 - Math.min(to, SIDE - 1)))
  }
}

/** Settles what the zone just marked decides; zones come with the strictest first. */
export function finishZone(map: PartMap, isFirst: boolean): void {
  for (let row = 0; row < SIDE; row++) {
    let covered = map.turns[row]!
    covered ^= covered << 1
    covered ^= covered << 2
    covered ^= covered << 4
    const open = ~map.settled[row]!
    const touched = map.touched[row]! & open
    const whole = covered & ~touched & open & ROW
    if (isFirst) map.firstZone[row] = whole
    else map.edges[row]! |= whole
    map.edges[row]! |= touched
    map.settled[row]! |= touched | whole
  }
}

/** Four rows of one of the map's arrays from `row` on, as a record holds them. */
export function mapWord(rows: Uint8Array, row: number): number {
  return rows[row]! | (rows[row + 1]! << 8) | (rows[row + 2]! << 16) | (rows[row + 3]! << 24)
}

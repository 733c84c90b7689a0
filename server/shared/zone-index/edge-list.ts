import { grownInts } from './grow.ts'

/**
 * Edges sorted into cells, in three columns. An edge is the number of its first vertex; `owners` holds the slot of its
 * zone × 2, plus 1 where the point at the cell's west border and half its height has an odd number of the zone's
 * other edges west of it (see split-cell.ts).
 */
export type EdgeList = {
  length: number
  cells: Int32Array
  edges: Int32Array
  owners: Int32Array
}

export function createEdgeList(capacity: number): EdgeList {
  return {
    length: 0,
    cells: new Int32Array(capacity),
    edges: new Int32Array(capacity),
    owners: new Int32Array(capacity),
  }
}

export function reserve(list: EdgeList, length: number): void {
  if (length <= list.cells.length) return
  const capacity = 2 * length
  list.cells = grownInts(list.cells, capacity)
  list.edges = grownInts(list.edges, capacity)
  list.owners = grownInts(list.owners, capacity)
}

/**
 * Copies the edges from `from` on behind the list's end, sorted by cell, edges of one cell in the order they had.
 * `starts`, one longer than there are cells, returns where each cell's edges start in the list.
 */
export function sortByCell(list: EdgeList, from: number, starts: Int32Array, cellCount: number): void {
  const end = list.length
  reserve(list, end + end - from)
  const { cells, edges, owners } = list
  starts.fill(0)
  for (let i = from; i < end; i++) starts[cells[i]! + 1]!++
  starts[0] = end
  for (let c = 0; c < cellCount; c++) starts[c + 1]! += starts[c]!
  for (let i = from; i < end; i++) {
    const to = starts[cells[i]!]!++
    edges[to] = edges[i]!
    owners[to] = owners[i]!
  }
  for (let c = cellCount; c > 0; c--) starts[c] = starts[c - 1]!
  starts[0] = end
  list.length = end + end - from
}

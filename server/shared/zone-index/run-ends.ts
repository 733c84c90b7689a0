import type { EdgeList } from './edge-list.ts'

/**
 * A zone's edges in a cell form runs of consecutive edges. Where a run ends west of the cell, the rest of the ring
 * goes on outside, where the cell's list does not see it; a ray from that end straight south stands for the rest.
 * So the edges west of a point of the cell are: the listed ones, the rays that the point's latitude meets, and a
 * constant.
 */
export function isRunStart(list: EdgeList, from: number, i: number): boolean {
  return i === from || list.edges[i - 1] !== list.edges[i]! - 1
}

export function isRunEnd(list: EdgeList, to: number, i: number): boolean {
  return i === to - 1 || list.edges[i + 1] !== list.edges[i]! + 1
}

/** End of the group of edges that starts at `from` and belongs to one zone. */
export function groupEnd(list: EdgeList, from: number, to: number): number {
  const { owners } = list
  const owner = owners[from]!
  let end = from + 1
  while (end < to && owners[end] === owner) end++
  return end
}

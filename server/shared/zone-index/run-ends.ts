import type { EdgeList } from './edge-list.ts'

/**
 * A zone's edges in a cell form runs of consecutive edges. Where a run ends west of the cell, the rest of the ring
 * goes on outside, where the cell's list does not see it; a ray from that end straight south stands for the rest.
 * So the edges west of a point of the cell are: the listed ones, the rays that the point's latitude meets, and a
 * constant.
 *
 * This is the list position behind the run that holds the edge at `from`; `to` is the end of the zone's edges.
 */
export function runEnd(list: EdgeList, from: number, to: number): number {
  const { edges } = list
  let end = from + 1
  while (end < to && edges[end] === edges[end - 1]! + 1) end++
  return end
}

/** List position behind the edges that start at `from` and belong to one zone. */
export function groupEnd(list: EdgeList, from: number, to: number): number {
  const { owners } = list
  const owner = owners[from]!
  let end = from + 1
  while (end < to && owners[end] === owner) end++
  return end
}

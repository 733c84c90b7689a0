/**
 * Edges that meet in nodes alone: edge e goes from node `from[e]` to `to[e]`, and on its left lie `rise[e]` polygons more
 * than on its right. Node n lies at (x[n], y[n]) of the grid.
 */
export type Arrangement = { x: number[]; y: number[]; from: number[]; to: number[]; rise: number[] }

/** Directed pieces as edges, each between two nodes once; where as many polygons begin as end there is none. */
export function mergedEdges(x: number[], y: number[], pieceFrom: readonly number[], pieceTo: readonly number[]): Arrangement {
  const upward = new Map<number, Map<number, number>>()
  for (const [i, a] of pieceFrom.entries()) {
    const b = pieceTo[i]!
    const [low, high] = a < b ? [a, b] : [b, a]
    let edges = upward.get(low)
    if (edges === undefined) upward.set(low, (edges = new Map()))
    edges.set(high, (edges.get(high) ?? 0) + (a < b ? 1 : -1))
  }
  const [from, to, rise]: [number[], number[], number[]] = [[], [], []]
  for (const [low, edges] of upward)
    for (const [high, sum] of edges) {
      if (sum === 0) continue
      from.push(low)
      to.push(high)
      rise.push(sum)
    }
  return { x, y, from, to, rise }
}

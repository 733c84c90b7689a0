import type { Position } from 'geojson'
import { GRID } from './grid-segments.ts'
import type { HalfEdges } from './half-edges.ts'
import type { Arrangement } from './merged-edges.ts'

/** The closed rings of half-edges that have ground on their left alone; none goes twice through a node. Degrees. */
export function traceRings({ x, y, from, to }: Arrangement, { start, fan, rank }: HalfEdges, isEdge: Uint8Array): Position[][] {
  const left = isEdge.slice()
  const tail = (half: number) => (half & 1 ? to[half >> 1]! : from[half >> 1]!)
  const rings: Position[][] = []
  for (let first = 0; first < isEdge.length; first++) {
    if (!left[first]) continue
    const path: number[] = []
    const at = new Map<number, number>()
    for (let half = first; left[half]; half = next(half)) {
      left[half] = 0
      at.set(tail(half), path.length)
      path.push(tail(half))
      const loop = at.get(tail(half ^ 1))
      if (loop === undefined) continue
      const nodes = path.splice(loop)
      for (const node of nodes) at.delete(node)
      rings.push([...nodes, nodes[0]!].map((node): Position => [x[node]! / GRID, y[node]! / GRID]))
    }
  }
  return rings

  /** Clockwise from where it came, through the ground: the next edge keeps it on the left. */
  function next(half: number): number {
    const node = tail(half ^ 1)
    const [low, size] = [start[node]!, start[node + 1]! - start[node]!]
    for (let k = size - 1; k > 0; k--) {
      const other = fan[low + ((rank[half ^ 1]! - low + k) % size)]!
      if (isEdge[other]) return other
    }
    throw new Error('an outline ends')
  }
}

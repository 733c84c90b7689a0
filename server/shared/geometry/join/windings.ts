import { orientation } from '../orientation.ts'
import type { HalfEdges } from './half-edges.ts'
import type { Arrangement } from './merged-edges.ts'

/** How many polygons lie on the left of each half-edge. */
export function leftWindings(arrangement: Arrangement, { start, fan, rank }: HalfEdges): Int32Array {
  const { x, y, from, to, rise } = arrangement
  const left = new Int32Array(2 * from.length)
  const known = new Uint8Array(x.length)
  const stack: number[] = []
  /** Goes round a node: what is left of a half-edge is right of the next one counter-clockwise. */
  const around = (node: number, first: number, leftOfFirst: number) => {
    known[node] = 1
    const [low, size] = [start[node]!, start[node + 1]! - start[node]!]
    let winding = leftOfFirst
    for (let k = 0; k < size; k++) {
      const half = fan[low + ((first - low + k) % size)]!
      if (k > 0) winding += half & 1 ? -rise[half >> 1]! : rise[half >> 1]!
      left[half] = winding
      stack.push(half)
    }
  }
  const byX = Array.from(x, (_, n) => n).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
  for (const node of byX) {
    if (known[node] || start[node] === start[node + 1]) continue
    // the westernmost node of what hangs together: the last half-edge has the west on its left
    around(node, start[node + 1]! - 1, westOf(arrangement, node))
    for (let half = stack.pop(); half !== undefined; half = stack.pop()) {
      const head = half & 1 ? from[half >> 1]! : to[half >> 1]!
      const back = half ^ 1
      if (!known[head]) around(head, rank[back]!, left[half]! - (half & 1 ? -rise[half >> 1]! : rise[half >> 1]!))
    }
  }
  return left
}

/** The polygons just west of a node that has nothing of its own there: a ray from far west meets what others begin and end. */
function westOf({ x, y, from, to, rise }: Arrangement, node: number): number {
  let winding = 0
  for (const [e, a] of from.entries()) {
    const b = to[e]!
    if ((y[a]! <= y[node]!) === (y[b]! <= y[node]!)) continue
    const side = orientation(x[a]!, y[a]!, x[b]!, y[b]!, x[node]!, y[node]!)
    const goesUp = y[b]! > y[a]!
    if (side !== 0 && side > 0 !== goesUp) winding += goesUp ? -rise[e]! : rise[e]!
  }
  return winding
}

import type Flatbush from 'flatbush'
import { cornerSide } from './corner-side.ts'
import { orientation } from './orientation.ts'
import type { LngLat } from './position.ts'
import { ringDirection, type RingTable } from './ring-table.ts'

/** So many edges are looked at one by one sooner than a ray finds those that it meets. */
const FEW_EDGES = 200

/**
 * The rings that enclose a ring, as a set of ring numbers; exact for rings that neither cross nor share an edge.
 * A ray east from the ring's first corner counts crossings of every other ring at once; where that corner lies on
 * another ring, the direction the edge leaves in decides. `boxes` indexes the bounds of the rings by their number.
 */
export function ringsAround(
  table: RingTable,
  edges: Flatbush,
  boxes: Flatbush,
  ring: number,
  spend: (pairs: number) => boolean,
): Set<number> {
  const { x, y, next, previous, start, ringOf } = table
  const v = start[ring]!
  const px = x[v]!
  const py = y[v]!
  const point = (w: number): LngLat => [x[w]!, y[w]!]
  const around = new Set<number>()
  const touched = new Map<number, boolean>()
  let pairs = 0
  // an edge that reaches the corner's latitude and does not end west of it
  const meet = (a: number): boolean => {
    pairs += 1
    const other = ringOf[a]!
    if (other === ring || touched.has(other)) return false // the ray meets the ring itself, too
    const b = next[a]!
    const side = orientation(x[a]!, y[a]!, x[b]!, y[b]!, px, py)
    if (side === 0 && Math.min(x[a]!, x[b]!) <= px) {
      const node: LngLat = [px, py]
      const before = point(x[a] === px && y[a] === py ? previous[a]! : a)
      const after = point(x[b] === px && y[b] === py ? next[b]! : b)
      const leaves = cornerSide(before, node, after, point(next[v]!))
      touched.set(other, leaves * ringDirection(table, other) > 0)
    } else if (y[a]! <= py !== y[b]! <= py && side > 0 === y[b]! > y[a]!) {
      if (!around.delete(other)) around.add(other)
    }
    return false
  }
  const near = boxes.search(px, py, px, py, (other) => other !== ring)
  if (near.reduce((sum, other) => sum + start[other + 1]! - start[other]!, 0) > FEW_EDGES) edges.search(px, py, Infinity, py, meet)
  else
    for (const other of near)
      for (let a = start[other]!; a < start[other + 1]!; a++) {
        const b = next[a]!
        if (Math.min(y[a]!, y[b]!) <= py && Math.max(y[a]!, y[b]!) >= py && Math.max(x[a]!, x[b]!) >= px) meet(a)
      }
  for (const [other, inside] of touched) {
    if (inside) around.add(other)
    else around.delete(other)
  }
  spend(pairs)
  return around
}

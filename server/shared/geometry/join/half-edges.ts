import type { Arrangement } from './merged-edges.ts'

/**
 * The half-edges round every node, counter-clockwise from the west: 2e leaves edge e's start, 2e + 1 its end. Those of node
 * n are `fan` from `start[n]` to before `start[n + 1]`; half-edge h stands in `fan` at `rank[h]`.
 */
export type HalfEdges = { start: Uint32Array; fan: Uint32Array; rank: Uint32Array }

export function halfEdges({ x, y, from, to }: Arrangement): HalfEdges {
  const start = new Uint32Array(x.length + 1)
  for (const node of from) start[node + 1]! += 1
  for (const node of to) start[node + 1]! += 1
  for (let n = 0; n < x.length; n++) start[n + 1]! += start[n]!
  const fan = new Uint32Array(2 * from.length)
  const angle = new Float64Array(2 * from.length)
  const end = start.slice()
  // exact enough: directions between places of the grid differ by more than a double's rounding up to 10⁷ units of length
  const add = (node: number, half: number, towards: number) => {
    const direction = Math.atan2(y[towards]! - y[node]!, x[towards]! - x[node]!)
    let at = end[node]!++
    for (; at > start[node]! && angle[at - 1]! > direction; at--) {
      fan[at] = fan[at - 1]!
      angle[at] = angle[at - 1]!
    }
    fan[at] = half
    angle[at] = direction
  }
  for (const [e, a] of from.entries()) {
    add(a, 2 * e, to[e]!)
    add(to[e]!, 2 * e + 1, a)
  }
  const rank = new Uint32Array(fan.length)
  for (const [at, half] of fan.entries()) rank[half] = at
  return { start, fan, rank }
}

/** Edges between nodes 0 … `nodes` − 1 that carry the same both ways. A capacity of Infinity can never be cut. */
export type FlowEdges = { nodes: number; from: ArrayLike<number>; to: ArrayLike<number>; capacity: ArrayLike<number> }

/** `value` is Infinity where nothing separates the two; else `near` marks the nodes on the source's side, the fewest that will do. */
export type Cut = { value: number; near: Uint8Array }

/**
 * The cheapest set of undirected edges between source and sink, by Dinic's algorithm (Soviet Math. Doklady 11, 1970): the
 * edges with one end in `near`. Of several cuts of one price it gives the one nearest to the source. Whole-number
 * capacities below 2⁵³ in sum are exact.
 */
export function minCut({ nodes, from, to, capacity }: FlowEdges, source: number, sink: number): Cut {
  const { offsets, arcs } = arcsOf(nodes, from, to)
  // arc 2i goes from[i] → to[i], arc 2i + 1 back; what flows one way can be sent back the other
  const left = new Float64Array(2 * from.length)
  for (let i = 0; i < from.length; i++) left[2 * i] = left[2 * i + 1] = capacity[i]!
  const head = (arc: number) => (arc & 1 ? from[arc >> 1]! : to[arc >> 1]!)
  const level = new Int32Array(nodes)
  const queue = new Int32Array(nodes)
  const next = new Uint32Array(nodes)
  const path: number[] = []
  let value = 0
  while (value !== Infinity && reach()) {
    next.set(offsets.subarray(0, nodes))
    for (let sent = push(); sent > 0 && value !== Infinity; sent = push()) value += sent
  }
  return { value, near: Uint8Array.from(level, (depth) => (depth >= 0 ? 1 : 0)) }

  /** Levels by breadth from the source; whether the sink has one. */
  function reach(): boolean {
    level.fill(-1)
    level[source] = 0
    queue[0] = source
    for (let at = 0, end = 1; at < end; at++) {
      const node = queue[at]!
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const arc = arcs[k]!
        const other = head(arc)
        if (level[other] !== -1 || !(left[arc]! > 0)) continue
        level[other] = level[node]! + 1
        queue[end++] = other
      }
    }
    return level[sink] !== -1
  }

  /** Sends what one more path of rising levels carries. */
  function push(): number {
    path.length = 0
    let node = source
    while (node !== sink) {
      const k = next[node]!
      if (k < offsets[node + 1]!) {
        const arc = arcs[k]!
        const other = head(arc)
        if (left[arc]! > 0 && level[other] === level[node]! + 1) {
          path.push(arc)
          node = other
        } else next[node]! += 1
      } else if (path.length > 0) {
        const arc = path.pop()!
        node = head(arc ^ 1)
        next[node]! += 1
      } else return 0
    }
    const sent = path.reduce((least, arc) => Math.min(least, left[arc]!), Infinity)
    if (sent === Infinity) return sent
    for (const arc of path) {
      left[arc]! -= sent
      left[arc ^ 1]! += sent
    }
    return sent
  }
}

/** For each node the arcs that leave it. */
function arcsOf(nodes: number, from: ArrayLike<number>, to: ArrayLike<number>): { offsets: Uint32Array; arcs: Uint32Array } {
  const offsets = new Uint32Array(nodes + 1)
  for (let i = 0; i < from.length; i++) {
    offsets[from[i]! + 1]! += 1
    offsets[to[i]! + 1]! += 1
  }
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!
  const arcs = new Uint32Array(2 * from.length)
  const next = offsets.slice()
  for (let i = 0; i < from.length; i++) {
    arcs[next[from[i]!]!++] = 2 * i
    arcs[next[to[i]!]!++] = 2 * i + 1
  }
  return { offsets, arcs }
}

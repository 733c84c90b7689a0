import { describe, expect, it } from 'vitest'
import { minCut, type FlowEdges } from '#shared/roads/min-cut.ts'
import { seeded } from '../geometry/random.ts'

const GRAPHS = 2000
const random = seeded(5)
const whole = (below: number) => Math.floor(random() * below)

/** A small graph with loops, parallel edges, loose parts and edges that cannot be cut; 0 is the source, 1 the sink. */
function smallGraph(): FlowEdges {
  const nodes = 2 + whole(8)
  const edges = Array.from({ length: whole(3 * nodes) }, () => [whole(nodes), whole(nodes), random() < 0.1 ? Infinity : 1 + whole(9)] as const)
  return { nodes, from: edges.map(([a]) => a), to: edges.map(([, b]) => b), capacity: edges.map(([, , c]) => c) }
}

const priceOf = ({ from, to, capacity }: FlowEdges, near: (node: number) => boolean): number =>
  Array.from(from).reduce((sum, a, i) => (near(a) === near(to[i]!) ? sum : sum + capacity[i]!), 0)

/** Tries every set of nodes: the cheapest price, and the fewest nodes that have it. */
function bruteForce(graph: FlowEdges): { value: number; size: number } {
  let best = { value: Infinity, size: Infinity }
  for (let set = 0; set < 1 << (graph.nodes - 2); set++) {
    const value = priceOf(graph, (node) => node === 0 || (node > 1 && ((set >> (node - 2)) & 1) === 1))
    let size = 1
    for (let bits = set; bits > 0; bits >>= 1) size += bits & 1
    if (value < best.value || (value === best.value && size < best.size)) best = { value, size }
  }
  return best
}

describe('the cheapest cut', () => {
  it(`is what brute force finds on ${GRAPHS} small graphs, with the fewest nodes on the source's side`, () => {
    let [cuts, none] = [0, 0]
    for (let i = 0; i < GRAPHS; i++) {
      const graph = smallGraph()
      const told = bruteForce(graph)
      const { value, near } = minCut(graph, 0, 1)
      expect(value).toBe(told.value)
      if (value === Infinity) {
        none += 1
        continue
      }
      cuts += value > 0 ? 1 : 0
      expect([near[0], near[1]]).toEqual([1, 0])
      expect(priceOf(graph, (node) => near[node] === 1)).toBe(value)
      expect(near.reduce((sum, is) => sum + is, 0)).toBe(told.size)
    }
    expect(cuts).toBeGreaterThan(1000)
    expect(none).toBeGreaterThan(50)
  })
})

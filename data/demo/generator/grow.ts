import { createHeap } from './heap.ts'

export type Step = (from: number, to: number, label: number) => number

/**
 * Multi-source Dijkstra: every cell takes the label of the source that reaches it most cheaply.
 * `step` is the cost from a cell to its neighbour (Infinity: no way). Unreached cells stay -1; the search ends early once `until` is settled.
 */
export const grow = (neighbours: readonly (readonly number[])[], sources: readonly { cell: number; label: number }[], step: Step, until = -1): {
  label: Int32Array
  parent: Int32Array
  cost: Float64Array
} => {
  const label = new Int32Array(neighbours.length).fill(-1)
  const parent = new Int32Array(neighbours.length).fill(-1)
  const cost = new Float64Array(neighbours.length).fill(Infinity)
  const heap = createHeap()
  for (const s of sources) {
    cost[s.cell] = 0
    label[s.cell] = s.label
    heap.push(0, s.cell)
  }
  for (let top = heap.pop(); top; top = heap.pop()) {
    const [reached, cell] = top
    if (reached > cost[cell]!) continue
    if (cell === until) break
    for (const next of neighbours[cell]!) {
      const through = reached + step(cell, next, label[cell]!)
      if (through < cost[next]!) {
        cost[next] = through
        label[next] = label[cell]!
        parent[next] = cell
        heap.push(through, next)
      }
    }
  }
  return { label, parent, cost }
}

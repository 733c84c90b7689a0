import { buildGraph } from '#shared/roads/build-graph.ts'
import { edgeCount } from '#shared/roads/graph.ts'
import type { BenchResult } from '../bench-result.ts'
import { bytesInUse, median, spreadOf, timeOf } from '../zone-index/measure.ts'
import { referenceRoads } from './reference-roads.ts'

const SIDE = 756 // a million edges
const RUNS = 5

/** A million edges built from columns, and what the graph takes with its columns and its index. */
export function run(): Promise<BenchResult[]> {
  const before = bytesInUse()
  const graph = buildGraph(referenceRoads(SIDE))
  const bytes = bytesInUse() - before
  const edges = edgeCount(graph)
  const columns = referenceRoads(SIDE)
  const seconds = Array.from({ length: RUNS }, () => timeOf(() => buildGraph(columns)) / 1000).map((s) => (s * 1e6) / edges)
  const alone = (name: string, unit: string, ours: number, bar: number, spread: number | null): BenchResult =>
    ({ name, unit, ours, other: null, otherName: null, ratio: null, spread, bar, reached: ours <= bar })
  return Promise.resolve([
    alone(`graph of ${edges.toLocaleString('en')} edges, ${graph.id.length.toLocaleString('en')} roads: built, for a million`, 's', median(seconds), 2.5, spreadOf(seconds)),
    alone('memory with coordinates and spatial index', 'bytes an edge', bytes / edges, 60, null),
  ])
}

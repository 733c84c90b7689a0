import { buildGraph } from '#shared/roads/build-graph.ts'
import { collectRoads, type RoadRow } from '#shared/roads/collect-roads.ts'
import type { RoadGraph } from '#shared/roads/graph.ts'

/** A road in a small flat world: positions in steps of 0.001° round 109.5, 34.5 (92 × 111 m). */
export type Drawn = Partial<Omit<RoadRow, 'coordinates'>> & { line: readonly (readonly [number, number])[] }

export const at = (x: number, y: number): [number, number] =>
  [109.5 + x * 1e-3, 34.5 + y * 1e-3].map((degrees) => Number(degrees.toFixed(7))) as [number, number]

export const row = ({ line, ...more }: Drawn, index: number): RoadRow => ({
  id: index + 1,
  class: 'residential',
  name: null,
  nameEn: null,
  ref: null,
  oneway: false,
  bridge: false,
  tunnel: false,
  layer: 0,
  tags: {},
  coordinates: line.map(([x, y]) => at(x, y)),
  ...more,
})

export function graphOf(...roads: Drawn[]): RoadGraph {
  const collector = collectRoads()
  for (const [i, road] of roads.entries()) collector.add(row(road, i))
  return buildGraph(collector.finish())
}

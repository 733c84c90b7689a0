import type { MultiPolygon, Polygon } from 'geojson'
import { auditCrossings } from './audit.ts'
import type { GatePoint } from './checkpoint-roads.ts'
import { offEnds } from './closure-spots.ts'
import type { RoadGraph } from './graph.ts'

import type { Spot } from './travel.ts'

/** The crossings of zones that lorries with supplies may not pass: all that no gate with a green lane holds or is planned to. */
export function shutCrossings(graph: RoadGraph, zones: readonly (Polygon | MultiPolygon)[], checkpoints: readonly GatePoint[]): Spot[] {
  const green = new Set(checkpoints.filter(({ kind, state, greenLane }) => greenLane && kind === 'gate' && state !== 'suspended').map(({ id }) => id))
  return zones.flatMap((zone) =>
    auditCrossings(graph, zone, checkpoints).crossings
      .filter(({ checkpoint, state }) => state !== 'through' && (checkpoint === null || !green.has(checkpoint)))
      .map(({ edge, position }) => offEnds(graph, { edge, at: position })),
  )
}

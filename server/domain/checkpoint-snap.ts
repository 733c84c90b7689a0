import type { MultiPolygon } from 'geojson'
import type { LngLat } from '#shared/geometry/position.ts'
import { snapCheckpoint, type Snapped } from '#shared/roads/snap.ts'
import { crossingsOf } from '../geometry-worker/roads.ts'
import type { RoadDeps } from './road-deps.ts'

type Ground = { id: string; geometry: MultiPolygon }

/** Finds the crossing or road that a checkpoint put down at a place belongs to. */
export async function snapPlace({ picture, checkpoints }: RoadDeps, at: LngLat, withinM: number, zones: readonly Ground[]): Promise<Snapped | null> {
  const edges = []
  for (const { id, geometry } of zones) edges.push({ zone: id, ...(await crossingsOf(picture, geometry, checkpoints)) })
  return snapCheckpoint(picture.graph, at, withinM, edges)
}

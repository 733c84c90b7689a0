import type { MultiPolygon } from 'geojson'
import type { Static } from 'typebox'
import type { Access } from '#shared/schema/roads.ts'
import { accessOf } from '../geometry-worker/roads.ts'
import type { Closures } from '../geometry-worker/road-questions.ts'
import type { Db } from '../store/connect.ts'
import { waterNames } from '../store/water-names.ts'
import { roadData } from './road-data.ts'
import type { RoadDeps } from './road-deps.ts'

/** Whom closures cut off on a ground, what hangs on one stretch of road, and how far care is. */
export async function findAccess(
  db: Db,
  { picture, checkpoints }: RoadDeps,
  ground: MultiPolygon,
  asked: { roomsPer10k: number; closures: Closures },
): Promise<Static<typeof Access>> {
  const { singlePoints, ...access } = await accessOf(picture, ground, checkpoints, asked)
  const bridges = singlePoints.filter(({ bridge }) => bridge)
  const waters = await waterNames(db, bridges.map(({ at }) => at))
  const over = new Map(bridges.map((point, i) => [point, waters[i] ?? null]))
  return {
    ...access,
    singlePoints: singlePoints.map((point) => ({ ...point, over: over.get(point) ?? null })),
    closures: asked.closures,
    roads: await roadData(picture, ground),
  }
}

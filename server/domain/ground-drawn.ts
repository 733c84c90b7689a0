import type { Crs } from '#shared/schema/vocabulary.ts'
import { drawnAreaOf } from '../geometry-worker/geometry.ts'
import { extentOfAreas } from '../store/area-geometry.ts'
import type { Db } from '../store/connect.ts'
import { confirmedGround, MAX_GROUND_M2 } from './ground-checked.ts'
import type { Ground } from './ground-fault.ts'

/** The ground inside a drawn line in a declared system; faults are found as `drawnArea` says. */
export async function drawnGround(db: Db, geometry: unknown, crs: Crs): Promise<Ground> {
  const expectedExtent = await extentOfAreas(db)
  const limits = { maxAreaM2: MAX_GROUND_M2, ...(expectedExtent ? { expectedExtent } : {}) }
  return confirmedGround(db, await drawnAreaOf(geometry, crs, limits))
}

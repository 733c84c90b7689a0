import { toWgs84 } from '#shared/crs.ts'
import { validateArea } from '#shared/geometry/validate-area.ts'
import type { Crs } from '#shared/schema/vocabulary.ts'
import { extentOfAreas } from '../store/area-geometry.ts'
import type { Db } from '../store/connect.ts'
import { checkedGround, MAX_GROUND_M2 } from './ground-checked.ts'
import { geometryFaults, type Ground } from './ground-fault.ts'

/**
 * The ground inside a drawn line. It is checked as it came, converted from its declared system once, and checked
 * again: places of faults found before are in the declared system, which is the one the planner sees.
 */
export async function drawnGround(db: Db, geometry: unknown, crs: Crs): Promise<Ground> {
  const expectedExtent = await extentOfAreas(db)
  const limits = { maxAreaM2: MAX_GROUND_M2, ...(expectedExtent ? { expectedExtent } : {}) }
  const asSent = validateArea(geometry, limits)
  if (!asSent.ok) return geometryFaults(asSent.faults)
  if (crs === 'wgs84') return checkedGround(db, asSent.geometry, limits)
  const converted = validateArea(toWgs84(asSent.geometry, crs), limits)
  return converted.ok ? checkedGround(db, converted.geometry, limits) : geometryFaults(converted.faults)
}

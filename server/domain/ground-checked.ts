import type { MultiPolygon } from 'geojson'
import type { GeometryFaultCode } from '#shared/geometry/fault.ts'
import type { AreaLimits } from '#shared/geometry/limits.ts'
import type { NormalisedArea } from '#shared/geometry/normalise-area.ts'
import { normalisedAreaOf } from '../geometry-worker/geometry.ts'
import type { Db } from '../store/connect.ts'
import { invalidity } from '../store/ground.ts'
import { geometryFaults, type Ground } from './ground-fault.ts'

/** Larger than the largest county there is: a slip of the hand. Square metres. */
export const MAX_GROUND_M2 = 2.5e11

// GEOS's reasons in the words of our own check
const REASONS: [RegExp, GeometryFaultCode][] = [
  [/^Ring Self-intersection/, 'self_touching'],
  [/^Self-intersection/, 'self_crossing'],
  [/^Hole lies outside shell/, 'hole_outside_shell'],
  [/^Holes are nested/, 'holes_overlap'],
  [/^Interior is disconnected/, 'interior_disconnected'],
  [/^Nested shells/, 'parts_overlap'],
  [/^Duplicate Rings/, 'duplicate_ring'],
  [/^Too few points/, 'too_few_points'],
  [/^Invalid Coordinate/, 'not_a_number'],
]

/** Brings an area to its stored form, and has PostGIS say the last word on it. */
export async function checkedGround(db: Db, area: MultiPolygon, limits: Partial<AreaLimits>): Promise<Ground> {
  return confirmedGround(db, await normalisedAreaOf(area, limits))
}

/** An area in its stored form, once PostGIS has said the last word on it. */
export async function confirmedGround(db: Db, normal: NormalisedArea): Promise<Ground> {
  if (!normal.ok) return geometryFaults(normal.faults)
  const fault = await invalidity(db, normal.geometry)
  if (fault === null) return normal
  const code = REASONS.find(([reason]) => reason.test(fault.reason))?.[1] ?? 'self_crossing'
  return geometryFaults([{ code, ...(fault.at ? { at: fault.at } : {}) }])
}

import { toWgs84 } from '#shared/crs.ts'
import type { AreaLimits } from '#shared/geometry/limits.ts'
import { normaliseArea, normaliseValidArea, type NormalisedArea } from '#shared/geometry/normalise-area.ts'
import { validateArea } from '#shared/geometry/validate-area.ts'
import type { Crs } from '#shared/schema/vocabulary.ts'

/**
 * A drawn line in its stored form. It is checked as it came, converted from its declared system once, and checked
 * again: places of faults found before are in the declared system, which is the one the planner sees.
 */
export function drawnArea(geometry: unknown, crs: Crs, limits: Partial<AreaLimits>): NormalisedArea {
  const asSent = validateArea(geometry, limits)
  if (!asSent.ok) return asSent
  return crs === 'wgs84' ? normaliseValidArea(asSent.geometry, limits) : normaliseArea(toWgs84(asSent.geometry, crs), limits)
}

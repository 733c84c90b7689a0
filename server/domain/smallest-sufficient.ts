import type { MultiPolygon } from 'geojson'
import { isLarger } from '#shared/review/candidate-levels.ts'
import type { DraftContent } from '#shared/schema/zone.ts'
import { areaM2Of } from '../geometry-worker/geometry.ts'
import { sitePoints } from '../store/candidates.ts'
import type { Db } from '../store/connect.ts'
import { candidatesOf } from './candidates.ts'
import { Invalid } from './errors.ts'
import type { ReviewDeps } from './review-deps.ts'

/** A ground this much larger than the smallest sufficient one is a larger one; less is rounding. */
const LARGER = 1.01

/**
 * A zone that was taken for sites says which level was sufficient; one that is larger needs a written reason. The level
 * is worked out anew as long as the sites are there, so that no writer can claim another.
 * @throws Invalid larger_needs_reason
 */
export async function requireSmallest(
  deps: Pick<ReviewDeps, 'figures' | 'review'>,
  db: Db,
  { smallest: said }: DraftContent,
  ground: MultiPolygon,
): Promise<void> {
  if (said === undefined || said.reason !== undefined) return
  const points = await sitePoints(db, said.sites)
  const { items, smallest } = points.length === 0 ? { items: [], smallest: said.smallest } : await candidatesOf(deps, db, points)
  const level = smallest ?? said.smallest
  const enough = items.find((candidate) => candidate.level === level)
  const larger = isLarger(said.level, level) || (enough !== undefined && (await areaM2Of(ground)) > LARGER * enough.exposure.areaM2)
  if (larger) throw new Invalid('larger_needs_reason', { smallest: level, level: said.level })
}

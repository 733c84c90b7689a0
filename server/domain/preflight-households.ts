import type { MultiPolygon } from 'geojson'
import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import { THRESHOLDS } from '#shared/review/thresholds.ts'
import type { ExposureFigures } from '#shared/schema/exposure.ts'
import type { Preflight } from '#shared/schema/preflight.ts'
import { exposureOf } from '../geometry-worker/geometry.ts'
import type { Db } from '../store/connect.ts'
import { unitsHolding } from '../store/preflight-ground.ts'
import { finite } from './preflight-computed.ts'

/** Households as counted, or where no source counts them as few as the people can be. */
export const householdsOf = ({ people, households }: Pick<ExposureFigures, 'people' | 'households'>): number =>
  households ?? Math.floor(people / THRESHOLDS.peopleAHousehold)

/** Whether a ground would tell the public who is meant: somebody lives there, and fewer households than the minimum. */
export const exposes = (figures: Pick<ExposureFigures, 'people' | 'households'>, minimum: number): boolean =>
  (figures.people > 0 || householdsOf(figures) > 0) && householdsOf(figures) < minimum

/**
 * For a ground with people but too few households: how many, and the smallest unit round it that has enough. A zone is
 * never moved or blurred, for its line is the law; it is widened to a unit that is no single household.
 */
export async function tooFewHouseholds(
  db: Db,
  figures: FigureIndex,
  minimum: number,
  ground: MultiPolygon,
  willBe: ExposureFigures,
): Promise<Preflight['too_few']> {
  if (!exposes(willBe, minimum)) return null
  for (const { geometry, ...unit } of await unitsHolding(db, ground)) {
    const inside = finite(await exposureOf(geometry, figures))
    if (householdsOf(inside) < minimum) continue
    return { households: householdsOf(willBe), minimum, offer: { ...unit, households: householdsOf(inside) } }
  }
  return { households: householdsOf(willBe), minimum, offer: null }
}

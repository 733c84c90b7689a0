import type { CheckAnswer } from '#shared/schema/check.ts'
import { toAnsweringZone, toCoveringZone } from './answering-zone.ts'
import type { CheckContext } from './check-context.ts'
import { CHECK_TEXTS } from './check-texts.ts'

/** The answer for a point (degrees, EPSG:4326). Edges are inside; the strictest zone answers, the others are listed. */
export async function checkPoint(context: CheckContext, lng: number, lat: number): Promise<CheckAnswer> {
  const zones = context.zonesAt(lng, lat)
  const [strictest, ...others] = Array.isArray(zones) ? zones : await zones
  if (strictest !== undefined) {
    return {
      result: 'in_zone',
      zone: toAnsweringZone(strictest, context.lang, context.at),
      others: others.map((zone) => toCoveringZone(zone, context.lang)),
      ...common(context),
    }
  }
  if (!context.inDistrict(lng, lat)) return unknown(context, 'outside_district')
  const explanation = CHECK_TEXTS[context.scope === 'all' ? 'no_zone' : 'no_public_zone'][context.lang]
  return { result: 'not_in_zone', explanation, zone: null, others: [], ...common(context) }
}

/** An answer that leaves it open, and why. */
export const unknown = (
  context: CheckContext,
  reason: NonNullable<CheckAnswer['reason']>,
  explanation: string = CHECK_TEXTS[reason][context.lang],
): CheckAnswer => ({ result: 'unknown', reason, explanation, zone: null, others: [], ...common(context) })

const common = ({ at, scope, data }: CheckContext) => ({ scope, at: at.toISOString(), data })

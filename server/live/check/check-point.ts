import type { CheckAnswer } from '#shared/schema/check.ts'
import type { LiveZone } from '../../store/live-zones.ts'
import { toAnsweringZone, toCoveringZone } from './answering-zone.ts'
import type { CheckContext } from './check-context.ts'
import { CHECK_TEXTS } from './check-texts.ts'

/** The answer for a point (degrees, EPSG:4326). Edges are inside; the strictest zone answers, the others are listed. */
export function checkPoint(context: CheckContext, lng: number, lat: number): CheckAnswer {
  const [strictest, ...others] = context.zonesAt(lng, lat)
  if (strictest !== undefined) {
    return {
      result: 'in_zone',
      zone: worded(context, strictest),
      others: others.map((zone) => toCoveringZone(zone, context.lang)),
      ...context.common,
    }
  }
  if (!context.inDistrict(lng, lat)) return unknown(context, 'outside_district')
  const explanation = CHECK_TEXTS[context.common.scope === 'all' ? 'no_zone' : 'no_public_zone'][context.lang]
  return { result: 'not_in_zone', explanation, zone: null, others: [], ...context.common }
}

/** An answer that leaves it open, and why. */
export const unknown = (
  context: CheckContext,
  reason: NonNullable<CheckAnswer['reason']>,
  explanation: string = CHECK_TEXTS[reason][context.lang],
): CheckAnswer => ({ result: 'unknown', reason, explanation, zone: null, others: [], ...context.common })

function worded({ worded: known, lang, at }: CheckContext, zone: LiveZone): NonNullable<CheckAnswer['zone']> {
  let answering = known.get(zone)
  if (answering === undefined) known.set(zone, (answering = toAnsweringZone(zone, lang, at)))
  return answering
}

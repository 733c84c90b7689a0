import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { Invalid } from '../domain/errors.ts'
import { answerTail, type CheckContext } from '../live/check/check-context.ts'
import { pastZones } from '../live/past-zones.ts'
import type { Audience } from '../live/audience.ts'

/** What checks of the present are made from: memory alone. */
export function presentContext({ live, now }: Deps, lang: Lang, audience: Audience): CheckContext {
  const { at, atMs, data, tail } = thisMoment(live, now(), audience)
  return {
    lang, scope: audience, at, atMs, data, tail,
    zonesAt: (lng, lat) => live.zonesAt(lng, lat, audience),
    inDistrict: live.inDistrict,
    addresses: live.addresses(),
  }
}

/**
 * What checks of a moment of the past (ISO 8601) are made from; `around` limits the reading to one point.
 * @throws Invalid at_in_future
 */
export async function pastContext(
  { live, now: clock, store }: Deps,
  lang: Lang,
  audience: Audience,
  at: string,
  around?: readonly [number, number],
): Promise<CheckContext> {
  const now = clock()
  const moment = new Date(at)
  if (moment > now) throw new Invalid('at_in_future', { at: moment.toISOString() })
  const zonesAt = await pastZones(store.db, moment.toISOString(), audience, around)
  const said = saidOf(live, now, moment, audience)
  return { lang, scope: audience, ...said, zonesAt, inDistrict: live.inDistrict, addresses: live.addresses() }
}

/** What every answer says of the moment asked about and of the picture's age. */
type Said = Pick<CheckContext, 'at' | 'atMs' | 'data' | 'tail'>

function saidOf(live: Deps['live'], now: Date, moment: Date, scope: Audience): Said {
  const asOf = live.asOf()
  const age = Math.max(0, now.getTime() - asOf.getTime()) / 1000
  const data = { seq: live.seq(), as_of: asOf.toISOString(), age_s: age }
  const at = moment.toISOString()
  return { at, atMs: moment.getTime(), data, tail: answerTail({ scope, at, data }) }
}

const last: Partial<Record<Audience, { live: Deps['live']; asOf: Date; said: Said }>> = {}

// many requests share a millisecond, and saying it takes longer than looking a point up
function thisMoment(live: Deps['live'], now: Date, audience: Audience): Said {
  const known = last[audience]
  const asOf = live.asOf()
  if (known?.live === live && known.asOf === asOf && known.said.atMs === now.getTime() && known.said.data.seq === live.seq())
    return known.said
  const said = saidOf(live, now, now, audience)
  last[audience] = { live, asOf, said }
  return said
}

import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { answerTail, type CheckContext } from '../live/check/check-context.ts'
import type { Moment } from '../live/moment.ts'
import { finderOf } from '../live/past-zones.ts'
import type { Audience } from '../live/audience.ts'
import { zonesOfMoment } from './zones-of-moment.ts'

/** What checks of the present are made from: memory alone. */
export function presentContext({ live, now, rules }: Deps, lang: Lang, audience: Audience): CheckContext {
  const { at, atMs, data, tail } = thisMoment(live, now(), audience)
  return {
    lang, scope: audience, at, atMs, data, tail,
    zonesAt: (lng, lat) => live.zonesAt(lng, lat, audience),
    inDistrict: live.inDistrict,
    addresses: live.addresses(),
    packTitle: rules.titleOf,
  }
}

/**
 * What checks of another moment than the present are made from; `around` limits the reading to one point.
 * @throws Invalid nothing_planned
 */
export async function momentContext(
  deps: Deps,
  lang: Lang,
  audience: Audience,
  moment: Moment,
  around?: readonly [number, number],
): Promise<CheckContext> {
  const { live, now, rules } = deps
  const zones = await zonesOfMoment(deps, moment, audience, around && { around })
  const said = saidOf(live, now(), moment.at, audience, moment)
  const { inDistrict } = live
  return { lang, scope: audience, ...said, zonesAt: finderOf(zones), inDistrict, addresses: live.addresses(), packTitle: rules.titleOf }
}

/** What every answer says of the moment asked about and of the picture's age. */
type Said = Pick<CheckContext, 'at' | 'atMs' | 'knownAt' | 'planned' | 'data' | 'tail'>

function saidOf(live: Deps['live'], now: Date, at: Date, scope: Audience, moment: Moment | null): Said {
  const asOf = live.asOf()
  const age = Math.max(0, now.getTime() - asOf.getTime()) / 1000
  const data = { seq: live.seq(), as_of: textOf(asOf), age_s: age }
  const [text, knownAt, planned] = [at.toISOString(), moment?.knownAt?.toISOString(), moment?.planned]
  return { at: text, atMs: at.getTime(), knownAt, planned, data, tail: answerTail({ scope, at: text, knownAt, planned, data }) }
}

// the picture is current for many milliseconds, and each says its moment anew
const texts = new WeakMap<Date, string>()

function textOf(date: Date): string {
  const known = texts.get(date)
  if (known !== undefined) return known
  const text = date.toISOString()
  texts.set(date, text)
  return text
}

const last: Partial<Record<Audience, { live: Deps['live']; asOf: Date; said: Said }>> = {}

// many requests share a millisecond, and saying it takes longer than looking a point up
function thisMoment(live: Deps['live'], now: Date, audience: Audience): Said {
  const known = last[audience]
  const asOf = live.asOf()
  if (known?.live === live && known.asOf === asOf && known.said.atMs === now.getTime() && known.said.data.seq === live.seq())
    return known.said
  const said = saidOf(live, now, now, audience, null)
  last[audience] = { live, asOf, said }
  return said
}

import type { CheckAnswer } from '#shared/schema/check.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { Invalid } from '../domain/errors.ts'
import { checkContext, type CheckContext } from '../live/check/check-context.ts'
import { pastZones } from '../live/past-zones.ts'
import type { Audience } from '../live/audience.ts'

/** What checks of the present are made from: memory alone. */
export function presentContext({ live, now }: Deps, lang: Lang, audience: Audience): CheckContext {
  return contextAt({ live, now: now() }, lang, audience, null, (lng, lat) => live.zonesAt(lng, lat, audience))
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
  return contextAt({ live, now }, lang, audience, moment, zonesAt)
}

// many requests share a millisecond, and writing a time takes longer than looking a point up
const [atText, asOfText] = [rememberingLast(toIso), rememberingLast(toIso)]

function contextAt(
  { live, now }: { live: Deps['live']; now: Date },
  lang: Lang,
  scope: Audience,
  moment: Date | null,
  zonesAt: CheckContext['zonesAt'],
): CheckContext {
  const at = moment ?? now
  const asOf = live.asOf()
  const age = Math.max(0, now.getTime() - asOf.getTime()) / 1000
  const data: CheckAnswer['data'] = { seq: live.seq(), as_of: asOfText(asOf.getTime()), age_s: age }
  const addresses = live.addresses()
  return checkContext({
    lang, scope, data, zonesAt, addresses,
    at: atText(at.getTime()),
    atMs: at.getTime(),
    inDistrict: live.inDistrict,
  })
}

function toIso(ms: number): string {
  return new Date(ms).toISOString()
}

/** The same function of a number, which gives its last answer again when it is asked the same again. */
function rememberingLast(of: (ms: number) => string): (ms: number) => string {
  let last = { ms: Number.NaN, text: '' }
  return (ms) => {
    if (last.ms !== ms) last = { ms, text: of(ms) }
    return last.text
  }
}

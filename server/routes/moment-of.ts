import type { Deps } from '../deps.ts'
import { Invalid } from '../domain/errors.ts'
import type { Audience } from '../live/audience.ts'
import type { Moment } from '../live/moment.ts'

/** Servers' and the database's clocks may differ: what was known so long ago will not be added to. */
const SETTLED_MS = 60_000

/**
 * The moment that a request asks about, or null for the present. Moments to come are for signed-in posts, because what
 * is planned is under embargo.
 * @throws Invalid bad_moment, at_in_future, known_at_in_future, known_at_with_planned
 */
export function momentOf(
  { now: clock }: Pick<Deps, 'now'>,
  audience: Audience,
  asked: { at?: string | undefined; knownAt?: string | undefined },
): Moment | null {
  if (asked.at === undefined && asked.knownAt === undefined) return null
  const now = clock()
  const at = asked.at === undefined ? now : read(asked.at)
  const knownAt = asked.knownAt === undefined ? null : read(asked.knownAt)
  const planned = at > now
  if (knownAt !== null && knownAt > now) throw new Invalid('known_at_in_future', { at: knownAt.toISOString() })
  if (planned && audience === 'public') throw new Invalid('at_in_future', { at: at.toISOString() })
  if (planned && knownAt !== null) throw new Invalid('known_at_with_planned')
  return { at, knownAt, planned }
}

/** Whether what is said of a moment will never be said otherwise: it was, and it is asked as it was known then. */
const isSettled = ({ at, knownAt }: Moment, now: Date): boolean =>
  knownAt !== null && Math.max(knownAt.getTime(), at.getTime()) < now.getTime() - SETTLED_MS

/** How long an answer about a moment may be kept: for good when nothing can be added to it. */
export const cacheOfMoment = (moment: Moment, now: Date, audience: Audience): string =>
  `${audience === 'all' ? 'private' : 'public'}, ${isSettled(moment, now) ? 'max-age=604800, immutable' : 'no-cache'}`

function read(text: string): Date {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw new Invalid('bad_moment', { at: text }) // such as a leap second
  return date
}

import type { DraftContent } from '#shared/schema/zone.ts'
import { Invalid } from './errors.ts'

/**
 * When a draft shall start and end, in UTC: it ends after it has started and after now, and is not overdue at its start.
 * A start that has passed meanwhile means at once.
 * @throws Invalid planned_end_past, review_by_before_start, bad_moment
 */
export function storedSchedule(content: DraftContent, now: Date): Pick<DraftContent, 'starts_at' | 'planned_end'> {
  const { starts_at: startsAt, planned_end: end } = content
  const start = startsAt === undefined ? null : toMoment(startsAt)
  const begins = start !== null && start > now ? start : now
  if (!(new Date(content.review_by) > begins)) throw new Invalid('review_by_before_start')
  return {
    ...(start !== null && { starts_at: start.toISOString() }),
    ...(end !== undefined && { planned_end: { ...end, at: requireAfter(end.at, begins) } }),
  }
}

/** @throws Invalid planned_end_past, bad_moment */
export function requireAfter(at: string, begins: Date): string {
  const end = toMoment(at)
  if (end <= begins) throw new Invalid('planned_end_past', { at: end.toISOString() })
  return end.toISOString()
}

/** An ISO 8601 moment; format and calendar are checked by the schema, but not a leap second. */
function toMoment(text: string): Date {
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) throw new Invalid('bad_moment', { at: text })
  return moment
}

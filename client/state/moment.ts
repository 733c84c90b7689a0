import { batch, computed, effect, signal } from '@preact/signals-core'
import type { Problem } from '#shared/schema/problem.ts'
import type { TimelineMark } from '#shared/schema/timeline.ts'
import type { ZoneFeature } from '#shared/schema/zone.ts'
import type { Api, MomentAsked } from '../api/create-api.ts'
import { readAll } from '../api/read-all.ts'
import { coalesce } from './coalesce.ts'

export type Moment = ReturnType<typeof createMoment>

/** Spans of the time line, in days. */
export const SPANS = [7, 30, 90] as const
const WIDE_PX = 900

/**
 * The moment looked at; null is now. While it is another, `zones` are those of it, and stay those of the moment before
 * until they are read: a slider dragged along shows what it passes as quickly as it can be read.
 */
export function createMoment(api: Api, { signedIn, now }: { signedIn: () => boolean; now: () => Date }) {
  const at = signal<Date | null>(null)
  /** as it was known at that moment, without later corrections */
  const asThen = signal(false)
  const zones = signal<ReadonlyMap<string, ZoneFeature> | null>(null)
  /** what `zones` were asked for: behind `at` while they are being read */
  const shown = signal<MomentAsked>({})
  const problem = signal<Problem | null>(null)
  const marks = signal<readonly TimelineMark[]>([])
  const days = signal<number>(30)
  const asked = computed<MomentAsked>(() => {
    const moment = at.value
    if (moment === null) return {}
    const text = moment.toISOString()
    return { at: text, ...(asThen.value && moment <= now() && { knownAt: text }) }
  })
  const read = coalesce(async () => {
    const moment = asked.peek()
    if (moment.at === undefined) return
    let fault: Problem | null = null
    const found = await readAll(async (cursor) => {
      const answer = await api.zones.list(signedIn() ? 'all' : undefined, cursor, moment)
      if (!answer.ok) fault = answer.problem
      return answer
    }, (page) => page.features)
    if (at.peek() === null) return
    batch(() => {
      problem.value = fault
      if (!found) return
      shown.value = moment
      zones.value = new Map(found.map((zone) => [zone.properties.id, zone]))
    })
  })
  effect(() => {
    void signedIn()
    if (asked.value.at !== undefined) return void read()
    batch(() => {
      zones.value = null
      shown.value = {}
      problem.value = null
    })
  })
  return {
    at, asThen, zones, shown, problem, marks, days, asked,
    open: signal(window.innerWidth >= WIDE_PX),
    look(moment: Date | null, then = asThen.peek()) {
      batch(() => {
        at.value = moment
        asThen.value = moment !== null && then
      })
    },
    /** After a correction of what was. */
    reload: read,
    loadMarks: coalesce(async () => {
      const answer = await api.timeline(days.peek())
      if (answer.ok) marks.value = answer.value.marks
    }),
  }
}

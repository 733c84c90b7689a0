import type { Lang } from '#shared/schema/vocabulary.ts'
import type { LiveZone } from '../../store/live-zones.ts'
import type { CheckContext } from './check-context.ts'
import { toAnsweringZone, toCoveringZone } from './answering-zone.ts'

type Written = { answering: Buffer; overdue: Buffer; covering: Buffer }
type Words = Pick<CheckContext, 'lang' | 'packTitle'>
type Known = { reviewBy: number; written: Partial<Record<Lang, Written>> }

// zones never change (a new version is a new object), so their words are good for as long as they are
const kept = new WeakMap<LiveZone, Known>()

function knownOf(zone: LiveZone): Known {
  let known = kept.get(zone)
  if (known === undefined) kept.set(zone, (known = { reviewBy: Date.parse(zone.reviewBy), written: {} }))
  return known
}

const write = (zone: LiveZone, { lang, packTitle }: Words): Written => ({
  answering: inZone(toAnsweringZone(zone, lang, false, packTitle)),
  overdue: inZone(toAnsweringZone(zone, lang, true, packTitle)),
  covering: Buffer.from(JSON.stringify(toCoveringZone(zone, lang))),
})

const inZone = (zone: object): Buffer => Buffer.from(`"result":"in_zone","zone":${JSON.stringify(zone)},"others":[`)

/** Whether the review of a zone was overdue at a moment (milliseconds). */
export const wasOverdue = (zone: LiveZone, atMs: number): boolean => knownOf(zone).reviewBy < atMs

/** The result and the zone that it rests on as members of the answer in UTF-8, and the beginning of the list of the others. */
export function answeringZoneBytes(zone: LiveZone, words: Words, atMs: number): Buffer {
  const known = knownOf(zone)
  const { answering, overdue } = (known.written[words.lang] ??= write(zone, words))
  return known.reviewBy < atMs ? overdue : answering
}

/** A zone that also covers the place, as JSON in UTF-8. */
export const coveringZoneBytes = (zone: LiveZone, words: Words): Buffer =>
  (knownOf(zone).written[words.lang] ??= write(zone, words)).covering

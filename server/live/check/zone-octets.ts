import type { Lang } from '#shared/schema/vocabulary.ts'
import type { LiveZone } from '../../store/live-zones.ts'
import type { CheckContext } from './check-context.ts'
import { toAnsweringZone, toCoveringZone } from './answering-zone.ts'
import { octetsOf, type Octets } from './octets.ts'

type Words = Pick<CheckContext, 'lang' | 'packTitle'>
type Written = { reviewBy: number; answering: Octets; overdue: Octets; covering: Octets }

// zones never change (a new version is a new object), so their words are good for as long as they are
const kept: Record<Lang, WeakMap<LiveZone, Written>> = { zh: new WeakMap(), en: new WeakMap() }

function writtenOf(zone: LiveZone, words: Words): Written {
  let written = kept[words.lang].get(zone)
  if (written === undefined) kept[words.lang].set(zone, (written = write(zone, words)))
  return written
}

const write = (zone: LiveZone, { lang, packTitle }: Words): Written => ({
  reviewBy: Date.parse(zone.reviewBy),
  answering: inZone(toAnsweringZone(zone, lang, false, packTitle)),
  overdue: inZone(toAnsweringZone(zone, lang, true, packTitle)),
  covering: octetsOf(JSON.stringify(toCoveringZone(zone, lang))),
})

const inZone = (zone: object): Octets => octetsOf(`"result":"in_zone","zone":${JSON.stringify(zone)},"others":[`)

/** Whether the review of a zone was overdue at a moment (milliseconds). */
export const wasOverdue = (zone: LiveZone, words: Words, atMs: number): boolean => writtenOf(zone, words).reviewBy < atMs

/** The result and the zone that it rests on as members of the answer, and the beginning of the list of the others. */
export function answeringZoneOctets(zone: LiveZone, words: Words, atMs: number): Octets {
  const { reviewBy, answering, overdue } = writtenOf(zone, words)
  return reviewBy < atMs ? overdue : answering
}

/** A zone that also covers the place, as JSON. */
export const coveringZoneOctets = (zone: LiveZone, words: Words): Octets => writtenOf(zone, words).covering

import type { Lang } from '#shared/schema/vocabulary.ts'
import type { LiveZone } from '../../store/live-zones.ts'
import type { CheckContext } from './check-context.ts'
import { toAnsweringZone, toCoveringZone } from './answering-zone.ts'
import { octetsOf, type Octets } from './octets.ts'

type Written = { answering: Octets; overdue: Octets; covering: Octets }
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
  covering: octetsOf(JSON.stringify(toCoveringZone(zone, lang))),
})

const inZone = (zone: object): Octets => octetsOf(`"result":"in_zone","zone":${JSON.stringify(zone)},"others":[`)

/** Whether the review of a zone was overdue at a moment (milliseconds). */
export const wasOverdue = (zone: LiveZone, atMs: number): boolean => knownOf(zone).reviewBy < atMs

/** The result and the zone that it rests on as members of the answer, and the beginning of the list of the others. */
export function answeringZoneOctets(zone: LiveZone, words: Words, atMs: number): Octets {
  const known = knownOf(zone)
  const { answering, overdue } = (known.written[words.lang] ??= write(zone, words))
  return known.reviewBy < atMs ? overdue : answering
}

/** A zone that also covers the place, as JSON. */
export const coveringZoneOctets = (zone: LiveZone, words: Words): Octets =>
  (knownOf(zone).written[words.lang] ??= write(zone, words)).covering

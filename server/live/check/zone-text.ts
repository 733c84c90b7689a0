import type { Lang } from '#shared/schema/vocabulary.ts'
import type { LiveZone } from '../../store/live-zones.ts'
import { toAnsweringZone, toCoveringZone } from './answering-zone.ts'

type Texts = { reviewBy: number; answering: Map<string, string>; covering: Map<Lang, string> }

// zones never change (a new version is a new object), so their words are good for as long as they are
const kept = new WeakMap<LiveZone, Texts>()

function textsOf(zone: LiveZone): Texts {
  let texts = kept.get(zone)
  if (texts === undefined) {
    texts = { reviewBy: Date.parse(zone.reviewBy), answering: new Map(), covering: new Map() }
    kept.set(zone, texts)
  }
  return texts
}

/** Whether the review of a zone was overdue at a moment (milliseconds). */
export const wasOverdue = (zone: LiveZone, atMs: number): boolean => textsOf(zone).reviewBy < atMs

/** The zone that an answer rests on, as JSON text. */
export function answeringZoneText(zone: LiveZone, lang: Lang, atMs: number): string {
  const { reviewBy, answering } = textsOf(zone)
  const key = reviewBy < atMs ? `${lang} overdue` : lang
  let text = answering.get(key)
  if (text === undefined) answering.set(key, (text = JSON.stringify(toAnsweringZone(zone, lang, reviewBy < atMs))))
  return text
}

/** A zone that also covers the place, as JSON text. */
export function coveringZoneText(zone: LiveZone, lang: Lang): string {
  const { covering } = textsOf(zone)
  let text = covering.get(lang)
  if (text === undefined) covering.set(lang, (text = JSON.stringify(toCoveringZone(zone, lang))))
  return text
}

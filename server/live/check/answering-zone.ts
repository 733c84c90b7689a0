import type { Static } from 'typebox'
import { fill } from '#shared/text/fill.ts'
import type { AnsweringZone, CheckAnswer } from '#shared/schema/check.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { LiveZone } from '../../store/live-zones.ts'
import type { PackTitle } from './check-context.ts'
import { CHECK_TEXTS } from './check-texts.ts'

export const nameIn = (lang: Lang, { name, nameEn }: { name: string; nameEn: string | null }): string =>
  lang === 'en' ? (nameEn ?? name) : name

/** The zone that an answer rests on, with its measures in the language asked for. */
export function toAnsweringZone(zone: LiveZone, lang: Lang, overdue: boolean, packTitle: PackTitle): Static<typeof AnsweringZone> {
  const title = packTitle(zone.rulePack)[lang]
  const unknown = fill(CHECK_TEXTS.lift_unknown[lang], { pack: title, authority: zone.authority })
  return {
    ...toCoveringZone(zone, lang),
    measures: zone.measures.map((measure) => measure[lang]),
    since: zone.since,
    earliest_lift: zone.earliestLift,
    ...(zone.earliestLift === null && { earliest_lift_unknown_because: unknown }),
    review_by: zone.reviewBy,
    overdue,
    rule_pack: zone.rulePack,
    rule_pack_title: title,
    legal_basis: zone.legalBasis,
    authority: zone.authority,
  }
}

export const toCoveringZone = (zone: LiveZone, lang: Lang): CheckAnswer['others'][number] => ({
  id: zone.id,
  kind: zone.kind,
  name: nameIn(lang, zone),
  version: zone.version,
})

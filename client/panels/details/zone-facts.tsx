import type { PublicZone, ZoneDetails } from '#shared/schema/zone.ts'
import { formatDay, formatMoment, formatSpan } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

/** Since when, until when at the earliest, by whom and on what ground. */
export function ZoneFacts({ rules, zone, details, now }: { rules: App['rules']; zone: PublicZone; details: ZoneDetails | null; now: Date }) {
  const { t, lang } = useText()
  const lateS = (now.getTime() - new Date(zone.review_by).getTime()) / 1000
  return (
    <dl class="facts">
      <dt>{t.details.since}</dt><dd>{formatMoment(zone.since, lang)}</dd>
      <dt>{t.details.reviewBy}</dt>
      <dd class={lateS > 0 ? 'overdue' : ''}>{formatMoment(zone.review_by, lang)}{lateS > 0 && <> · {t.zones.overdue(formatSpan(lateS, lang))}</>}</dd>
      <dt>{t.details.earliestLift}</dt><dd>{zone.earliest_lift === null ? t.details.earliestUnknown : formatDay(zone.earliest_lift, lang)}</dd>
      <dt>{t.details.legalBasis}</dt><dd>{zone.legal_basis.number}<div class="muted">{zone.legal_basis.issuer} · {formatDay(zone.legal_basis.date, lang)}</div></dd>
      <dt>{t.details.authority}</dt><dd>{zone.authority}</dd>
      <dt>{t.details.rulePack}</dt><dd>{rules.title(zone.rule_pack)[lang]}</dd>
      {details && <><dt>{t.details.reason}</dt><dd>{details.reason}</dd><dt>{t.details.publishedBy}</dt><dd>{inLang(lang, details.published_by)} · {formatMoment(details.published_at, lang)}</dd></>}
    </dl>
  )
}

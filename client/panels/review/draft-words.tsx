import type { Draft } from '#shared/schema/zone.ts'
import { formatMoment } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'

/** The words of a draft as a reviewer reads them. */
export function DraftWords({ draft }: { draft: Draft }) {
  const { t, lang } = useText()
  const { content } = draft
  const { legal_basis: legal, smallest } = content
  const larger = smallest?.reason
  return (
    <>
      <section class="section" data-kind={draft.kind}>
        <h3>{t.details.measures}</h3>
        <ul class="measures">{content.measures.map((measure) => <li key={measure.zh}>{measure[lang]}</li>)}</ul>
      </section>
      <section class="section">
        <dl class="facts">
          <dt>{t.details.reason}</dt><dd>{content.reason}</dd>
          {larger !== undefined && <><dt>{t.review.largerReason}</dt><dd>{larger}</dd></>}
          <dt>{t.planner.how}</dt><dd>{t.planner.ground[content.definition.type]}</dd>
          <dt>{t.details.legalBasis}</dt><dd>{legal.number} · {legal.issuer} · {legal.date}</dd>
          <dt>{t.details.authority}</dt><dd>{content.authority}</dd>
          <dt>{t.details.reviewBy}</dt><dd>{formatMoment(content.review_by, lang)}</dd>
          <dt>{t.details.rulePack}</dt><dd>{content.rule_pack}</dd>
          <dt>{t.planner.form.audience}</dt><dd>{content.audience === 'public' ? t.planner.form.public : t.planner.form.internal}</dd>
          <dt>{t.review.lastEdit}</dt><dd>{formatMoment(draft.updated_at, lang)} · {inLang(lang, draft.updated_by)}</dd>
        </dl>
      </section>
    </>
  )
}

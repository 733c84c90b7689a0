import type { CheckAnswer } from '#shared/schema/check.ts'
import { formatDay, formatMoment, formatSpan } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Candidates } from './candidates.tsx'
import type { Asked } from './create-check.ts'

/** the picture is called old beyond this */
const STALE_S = 60

/** The answer in big words. What cannot be told is never shown as "not in a zone". */
export function AnswerView({ answer, asked, onChoose }: { answer: CheckAnswer; asked: Asked; onChoose: (place: Asked) => void }) {
  const { t, lang } = useText()
  const { result, zone, others, address, data } = answer
  const title = result === 'in_zone' && zone ? t.check.inZone(t.kind[zone.kind]) : result === 'not_in_zone' ? t.check.notInZone : t.check.unknown
  const place = asked.type === 'here' ? t.check.myPlace : asked.type === 'point' ? t.check.point(...asked.at) : t.check.matched(address?.match?.text ?? asked.text)
  return (
    <article class="answer" data-result={result} data-kind={zone?.kind} aria-live="polite">
      <div class="head">
        <h2>{title}</h2>
        {zone && <p><strong>{zone.name}</strong></p>}
        {result === 'not_in_zone' && <p>{t.check.notInZoneHint}</p>}
        {result === 'unknown' && <p>{answer.explanation}</p>}
        <p>{place}</p>
        {asked.type !== 'address' && <p class="on-device">{t.check.onDevice}</p>}
        {address?.certainty === 'likely' && <p><strong>{t.check.likely}</strong></p>}
      </div>
      {result === 'unknown' && <section><p>{t.check.unknownHint}</p></section>}
      {zone && (
        <>
          <section>
            <h3>{t.check.measures}</h3>
            <ul class="measures">{zone.measures.map((measure) => <li key={measure}>{measure}</li>)}</ul>
          </section>
          <section>
            <dl class="facts">
              <dt>{t.check.since}</dt><dd>{formatMoment(zone.since, lang)}</dd>
              <dt>{t.check.earliest}</dt><dd>{zone.earliest_lift === null ? (zone.earliest_lift_unknown_because ?? t.check.earliestUnknown) : formatDay(zone.earliest_lift, lang)}</dd>
              <dt>{t.check.reviewBy}</dt>
              <dd class={zone.overdue ? 'overdue' : ''}>{formatMoment(zone.review_by, lang)}{zone.overdue && <> · {t.check.overdue(formatSpan((Date.parse(answer.at) - Date.parse(zone.review_by)) / 1000, lang))}</>}</dd>
              <dt>{t.check.legal}</dt><dd>{zone.legal_basis.number} · {zone.legal_basis.issuer} · {formatDay(zone.legal_basis.date, lang)}</dd>
              <dt>{t.check.rules}</dt><dd>{zone.rule_pack_title}</dd>
              <dt>{t.check.authority}</dt><dd>{zone.authority}</dd>
              {others.length > 0 && <><dt>{t.check.others}</dt><dd>{others.map((other) => `${other.name} (${t.kind[other.kind]})`).join(' · ')}</dd></>}
            </dl>
          </section>
        </>
      )}
      {address && address.certainty !== 'exact' && address.candidates.length > 0 && <Candidates candidates={address.candidates} onChoose={onChoose} />}
      <p class={data.age_s > STALE_S ? 'foot stale' : 'foot'}>
        {data.age_s > STALE_S ? t.check.stale(formatSpan(data.age_s, lang)) : t.check.asOf(formatMoment(data.as_of, lang))}
      </p>
    </article>
  )
}

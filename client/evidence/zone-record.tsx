import type { EvidenceZone } from '#shared/schema/evidence-sheet.ts'
import type { Text } from '#shared/schema/vocabulary.ts'
import { formatDay } from '../i18n/format.ts'
import { inLang } from '../i18n/in-lang.ts'
import { nameIn } from '../i18n/names.ts'
import { useText } from '../i18n/use-text.ts'
import { exactMoment } from './exact-moment.ts'

/** One zone on the sheet, with everything that was recorded of it. */
export function ZoneRecord({ zone, ruleTitle }: { zone: EvidenceZone; ruleTitle: (id: string) => Text }) {
  const { t, lang } = useText()
  const words = t.time.sheet
  const when = (iso: string) => exactMoment(iso, lang)
  const step = ({ noun, verb }: EvidenceZone['events'][number]) => {
    const name = `${noun}.${verb}`
    return (words.step as Readonly<Record<string, string>>)[name] ?? name
  }
  const posts = (list: readonly string[]) => list.map((post) => inLang(lang, post)).join(lang === 'zh' ? '、' : ', ')
  return (
    <section class="zone" data-kind={zone.kind}>
      <h2>{t.kind[zone.kind]} · {nameIn(lang, zone)} <span class="which"><span class="mono">{zone.id}</span> · {t.details.version(zone.version)}</span></h2>
      <dl>
        <dt>{words.held}</dt><dd>{when(zone.valid_from)} – {zone.valid_to === null ? words.open : when(zone.valid_to)}<div class="muted">{words.recorded} {when(zone.recorded_from)}</div></dd>
        <dt>{words.measures}</dt><dd>{zone.measures.map((measure) => <div key={measure.zh}>{measure[lang]}</div>)}</dd>
        <dt>{words.legal}</dt><dd>{zone.legal_basis.number} · {zone.legal_basis.issuer} · {formatDay(zone.legal_basis.date, lang)}</dd>
        <dt>{words.authority}</dt><dd>{zone.authority}</dd>
        <dt>{words.rulePack}</dt><dd>{ruleTitle(zone.rule_pack)[lang]} <span class="mono muted">{zone.rule_pack}</span></dd>
        <dt>{words.reviewBy}</dt><dd>{when(zone.review_by)}</dd>
        {zone.reason !== undefined && <><dt>{words.reason}</dt><dd>{zone.reason}</dd></>}
        {zone.posts && (
          <>
            <dt>{words.drafted}</dt><dd>{posts(zone.posts.drafted) || '–'}</dd>
            <dt>{words.approved}</dt><dd>{posts(zone.posts.approved) || '–'}</dd>
            <dt>{words.published}</dt><dd>{posts([zone.posts.published])} · {when(zone.published_at)}</dd>
          </>
        )}
        <dt>{words.versionHash}</dt><dd class="mono hash">{zone.version_hash}</dd>
        <dt>{words.events}</dt>
        <dd>{zone.events.map((event) => <div key={event.seq} class="event"><span class="mono">#{event.seq}</span> {when(event.at)} {step(event)} {inLang(lang, event.post)} <span class="mono muted">{event.hash.slice(0, 16)}…</span></div>)}</dd>
      </dl>
    </section>
  )
}

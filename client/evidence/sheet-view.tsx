import type { EvidenceSheet } from '#shared/schema/evidence-sheet.ts'
import type { Text } from '#shared/schema/vocabulary.ts'
import { formatPlace } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { exactMoment, zoneOfTime } from './exact-moment.ts'
import { ZoneRecord } from './zone-record.tsx'

/** The sheet: what was asked, the zones, what was corrected since, and how to have all of it confirmed. */
export function SheetView({ evidence, genuine, ruleTitle }: { evidence: EvidenceSheet; genuine: boolean | null; ruleTitle: (id: string) => Text }) {
  const { t, lang } = useText()
  const words = t.time.sheet
  const { sheet, hash, verify, made_at, address } = evidence
  const when = (iso: string) => exactMoment(iso, lang)
  return (
    <article class="sheet">
      <header>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </header>
      <dl class="asked">
        {address !== undefined && <><dt>{words.address}</dt><dd>{address}</dd></>}
        <dt>{words.place}</dt><dd class="mono">{formatPlace(sheet.place.lng, sheet.place.lat)} <span class="muted">WGS-84</span></dd>
        <dt>{words.moment}</dt><dd><strong>{when(sheet.at)}</strong></dd>
        <dt>{words.knownAt}</dt><dd>{when(sheet.known_at)} · {words.lastEvent(sheet.last_event)}</dd>
        <dt>{words.scope}</dt><dd>{sheet.scope === 'all' ? words.scopeAll : words.scopePublic}</dd>
      </dl>
      {sheet.zones.length === 0 && <p class="none">{words.none}</p>}
      {sheet.zones.map((zone) => <ZoneRecord key={zone.id} zone={zone} ruleTitle={ruleTitle} />)}
      <section>
        <h2>{words.corrections}</h2>
        {sheet.corrections.length === 0 && <p>{words.noCorrections}</p>}
        <ul>
          {sheet.corrections.map((correction) => (
            <li key={correction.event.seq}>
              <span class="mono">{correction.zone_id}</span>{lang === 'zh' ? '：' : ': '}
              {correction.changed.map(({ version, after }) => words.correction(version, when(after.valid_from), after.valid_to === null ? words.open : when(after.valid_to))).join(lang === 'zh' ? '；' : '; ')}
              <div class="muted">{when(correction.recorded_at)} · {correction.reason} · {correction.authority} · {correction.legal_basis.number} · #{correction.event.seq}</div>
            </li>
          ))}
        </ul>
      </section>
      <section class="proof">
        <h2>{words.verify}</h2>
        <p>{words.hash}</p>
        <p class="mono hash">{hash}</p>
        {genuine !== null && <p class={genuine ? 'badge good' : 'badge danger'} role="status">{genuine ? words.genuine : words.forged}</p>}
        <p>{words.verifyHint}</p>
        <p class="mono url"><a href={verify}>{`${window.location.origin}${verify}`}</a></p>
      </section>
      <footer>{words.made(when(made_at))} · {words.zone} {zoneOfTime()}</footer>
    </article>
  )
}

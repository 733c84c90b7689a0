import { formatMoment, formatSpan } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { reportAge, reportTone, reportWords } from '../gate-report-words.ts'

/** Past this a report is said to have arrived late. */
const LATE_S = 120

/** What officers said of a gate, newest first, each with when it was said. */
export function GateReportsSection({ app: { gateReports }, id }: { app: Pick<App, 'gateReports'>; id: number }) {
  const { t, lang } = useText()
  const newest = gateReports.newestOf(id)
  const known = gateReports.lastOf(id)
  const shown = known.length > 0 ? known : newest ? [newest] : []
  return (
    <section class="section" aria-label={t.gate.reports.title}>
      <h3>{t.gate.reports.title}{newest && <span class={newest.stale ? 'age stale' : 'age'}>{reportAge(t, lang, newest)}</span>}</h3>
      {shown.length === 0 && <p class="muted">{t.gate.reports.none}</p>}
      <ul class="gate-reports">
        {shown.map((reading) => (
          <li key={reading.report.id} data-tone={reportTone({ ...reading, stale: false })}>
            <div class="what">{reportWords(t, reading)}</div>
            {reading.report.note !== null && <div>{reading.report.note}</div>}
            <div class="muted">{[formatMoment(reading.report.made_at, lang), inLang(lang, reading.report.by), ...(reading.lateS > LATE_S ? [t.gate.reports.late(formatSpan(reading.lateS, lang))] : [])].join(' · ')}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

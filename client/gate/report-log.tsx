import { formatMoment } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import type { GateDuty } from './create-gate-duty.ts'

const TONE = { queued: 'warn', sent: 'good', refused: 'danger' } as const

/** What was reported from this phone, newest first, and whether it has arrived. */
export function ReportLog({ duty: { kept, gate, resend, drop } }: { duty: GateDuty }) {
  const { t, lang } = useText()
  const all = kept.value.toReversed()
  return (
    <section class="log">
      <h2>{t.gate.log.title}</h2>
      {all.length === 0 && <p class="muted">{t.gate.log.none}</p>}
      <ul>
        {all.map(({ gate: at, gateName, report, state, problem }) => (
          <li key={report.key} data-state={state}>
            <div class="head"><strong>{t.gate.status[report.status]}</strong><span class={`badge ${TONE[state]}`}>{t.gate.log[state]}</span></div>
            <div class="muted">{[formatMoment(report.made_at, lang), ...(at === gate.value?.id ? [] : [gateName]), t.gate.queued[report.queue], ...report.needs.map((need) => t.gate.needs[need])].join(' · ')}</div>
            {report.note !== undefined && <div>{report.note}</div>}
            {state === 'refused' && (
              <>
                <ProblemNote problem={problem ?? null} />
                <div class="do"><button type="button" class="button small" onClick={() => resend(report.key)}>{t.gate.log.resend}</button><button type="button" class="button small" onClick={() => drop(report.key)}>{t.gate.log.drop}</button></div>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { ZoneReadiness } from '#shared/schema/readiness.ts'
import type { ZoneFeature } from '#shared/schema/zone.ts'
import { formatDay } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { AlarmNote } from './alarm-note.tsx'
import { ClauseList } from './clause-list.tsx'
import { EvidenceHistory } from './evidence-history.tsx'
import { EvidenceForm } from './evidence-form.tsx'

const TONE = { ready: 'good', not_ready: '', evidence_missing: 'warn', no_rule: '' } as const

/** Whether a zone meets its rules, what is missing, and when at the earliest; with the entries that it rests on. */
export function ReadinessView({ app, zone }: { app: App; zone: ZoneFeature }) {
  const { t, lang } = useText()
  const judged = app.readiness.all.value.get(zone.properties.id)
  if (!judged) return null
  const { readiness } = judged
  const { status, reason, target, practice, clock, restarts } = readiness
  return (
    <>
      {readiness.alarm && <AlarmNote app={app} zone={zone} on={readiness.alarm.on} />}
      <section class="section stack readiness" aria-label={t.rules.title} data-status={status}>
        <h3>{t.rules.title}<span class={`badge ${TONE[status]}`}>{t.rules.status[status]}</span></h3>
        {reason !== null && <p class="muted">{t.rules.reason[reason]}</p>}
        {reason === null && <Countdown readiness={readiness} />}
        <ClauseList clauses={readiness.clauses} />
        {target && (
          <p class="muted">
            {target.id === 'lifted' ? t.rules.targetLifted : t.rules.target(target.title[lang])}
            {practice && (lang === 'zh' ? `（${t.rules.practice(practice.title.zh)}）` : ` (${t.rules.practice(practice.title.en)})`)}
            {clock !== null && ` · ${t.rules.clock(formatDay(clock, lang))}`}
          </p>
        )}
        {restarts.length > 0 && <p class="muted">{t.rules.restarts(restarts.length, formatDay(restarts.at(-1)!, lang))}</p>}
        {status === 'ready' && app.session.canPublish.value && (
          <button type="button" class="button wide" onClick={() => app.dialogs.show('lift')}>{t.rules.decideLift}</button>
        )}
        <p class="muted small">{t.rules.advice}</p>
      </section>
      {app.session.canEnterEvidence.value && <EvidenceForm key={zone.properties.id} app={app} zone={zone} />}
      <EvidenceHistory app={app} zoneId={zone.properties.id} />
    </>
  )
}

function Countdown({ readiness: { status, earliest, days_left: left } }: Pick<ZoneReadiness, 'readiness'>) {
  const { t, lang } = useText()
  if (earliest === null || left === null) return <p class="countdown unknown">{t.rules.earliestUnknown}</p>
  if (status === 'ready') return <p class="countdown">{t.rules.today}<small>{t.rules.readySince(formatDay(earliest, lang))}</small></p>
  return <p class="countdown" data-days={left}>{t.rules.daysLeft(left)}<small>{t.rules.earliest(formatDay(earliest, lang))}</small></p>
}

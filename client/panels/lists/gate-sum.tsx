import { shortageOf } from '#shared/gates/shortage.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

/** At how many staffed gates something is wrong: an incident, posts nobody fills, reports that have stopped coming. */
export function GateSum({ app: { checkpoints, gateReports } }: { app: Pick<App, 'checkpoints' | 'gateReports'> }) {
  const { t } = useText()
  const staffed = checkpoints.all.value.map(({ properties }) => properties).filter(({ kind, state }) => kind === 'gate' && state === 'staffed')
  const read = staffed.flatMap(({ id }) => gateReports.newestOf(id) ?? [])
  const counts = {
    incident: read.filter(({ report }) => report.status === 'incident').length,
    short: staffed.filter(({ staffing }) => staffing && shortageOf(staffing).personShifts > 0).length,
    silent: read.filter(({ stale }) => stale).length,
  }
  if (counts.incident + counts.short + counts.silent === 0) return null
  return (
    <dl class="gate-sum">
      {(['incident', 'short', 'silent'] as const).map((what) => <div key={what} data-none={counts[what] === 0}><dt>{t.gate.reports.sum[what]}</dt><dd>{counts[what]}</dd></div>)}
    </dl>
  )
}

import { shortageOf } from '#shared/gates/shortage.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { VersionedCheckpoint } from '../../state/checkpoints.ts'
import type { App } from '../../state/create-app.ts'
import type { GateReading } from '../../state/gate-reports.ts'
import { reportAge, reportTone, reportWords } from '../gate-report-words.ts'
import { GateSum } from './gate-sum.tsx'
import { AreaRings } from './area-rings.tsx'
import { Icon } from '../../ui/icon.tsx'

const TONE = { staffed: 'good', planned: '', suspended: 'warn', withdrawn: '' } as const

/** Gates by tier with their state, what they lack, and what was last said of them. */
export function GateList({ app: { areaRings, checkpoints, selection, camera, session, tool, gateReports } }: { app: Pick<App, 'areaRings' | 'checkpoints' | 'gateReports' | 'selection' | 'camera' | 'session' | 'tool'> }) {
  const { t, lang } = useText()
  const current = selection.current.value
  return (
    <>
      {session.signedIn.value && <GateSum app={{ checkpoints, gateReports }} />}
      <div class="scroll">
        {session.signedIn.value && <AreaRings app={{ areaRings, camera }} />}
        {checkpoints.all.value.length === 0 && <div class="empty"><strong>{t.gates.empty}</strong>{t.gates.emptyHint}</div>}
        {checkpoints.byTier.value.filter(({ gates }) => gates.length > 0).map(({ tier, gates }) => (
          <section key={tier} class="group" aria-label={t.tier[tier]}>
            <h2>{t.tier[tier]}<span class="sum">{gates.length}</span></h2>
            {gates.map(({ properties, geometry }) => (
              <button
                key={properties.id} type="button" class="row" aria-current={current?.type === 'checkpoint' && current.id === properties.id}
                onClick={() => { selection.select({ type: 'checkpoint', id: properties.id }); camera.flyTo(geometry.coordinates as [number, number], 15.5) }}
              >
                <span class="name">{nameIn(lang, properties)}</span>
                <span class={`badge ${TONE[properties.state]}`}>{t.gateState[properties.state]}</span>
                <Under gate={properties} reading={gateReports.newestOf(properties.id)} />
              </button>
            ))}
          </section>
        ))}
      </div>
      {session.canDraft.value && (
        <div class="list-actions"><button type="button" class="button" aria-pressed={tool.active.value?.type === 'gate'} onClick={() => tool.toggle({ type: 'gate' })}><Icon name="plus" />{t.gates.add}</button></div>
      )}
    </>
  )
}

/** The second line: green lane and what is lacking on the left, the newest report on the right. */
function Under({ gate: { green_lane, staffing }, reading }: { gate: VersionedCheckpoint['properties']; reading: GateReading | null }) {
  const { t, lang } = useText()
  const short = staffing ? shortageOf(staffing) : null
  const isShort = short !== null && short.personShifts > 0
  return (
    <>
      {(green_lane || isShort) && (
        <span class="sub">{green_lane && t.gates.greenLane}{green_lane && isShort && ' · '}{isShort && <span class="short">{t.gate.staffing.short(short.people, short.shifts)}</span>}</span>
      )}
      {reading && <span class="sub wide report" data-tone={reportTone(reading)}>{reportWords(t, reading)} · {reportAge(t, lang, reading)}</span>}
    </>
  )
}

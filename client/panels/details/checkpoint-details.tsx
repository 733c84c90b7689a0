import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'
import { GateReportsSection } from './gate-reports-section.tsx'
import { PanelHead } from './panel-head.tsx'
import { StaffingSection } from './staffing-section.tsx'

/** A gate: its state, what was said of it, its posts, and what is asked there. */
export function CheckpointDetails({ app, id }: { app: App; id: number }) {
  const { t, lang } = useText()
  const gate = app.checkpoints.all.value.find(({ properties }) => properties.id === id)
  const close = () => app.selection.select(null)
  if (!gate) return <PanelHead eyebrow={t.hit.checkpoint} title={t.gates.empty} onClose={close} />
  const { tier, state, green_lane, rule_card, kind, staffing, egress } = gate.properties
  const isGate = kind === 'gate'
  const isInside = app.session.signedIn.value
  return (
    <>
      <PanelHead eyebrow={isGate ? t.tier[tier] : `${t.tier[tier]} · ${t.gate.place.kind[kind]}`} title={nameIn(lang, gate.properties)} onClose={close} />
      <div class="scroll">
        <section class="section">
          <dl class="facts">
            <dt>{t.gates.state}</dt><dd><span class={state === 'suspended' ? 'badge warn' : state === 'staffed' ? 'badge good' : 'badge'}>{t.gateState[state]}</span></dd>
            {green_lane && <><dt>{t.gates.greenLane}</dt><dd>{t.gates.greenLaneHint}</dd></>}
            {egress && <><dt>{t.gate.place.egress}</dt><dd>{egress[lang]}</dd></>}
          </dl>
        </section>
        {isInside && isGate && <GateReportsSection app={app} id={id} />}
        {isInside && isGate && <StaffingSection staffing={staffing ?? null} />}
        <section class="section">
          <h3>{t.gates.asks}</h3>
          {rule_card.asks.length === 0 ? <p class="muted">{t.gates.asksNothing}</p> : <ul class="measures">{rule_card.asks.map((ask) => <li key={ask.zh}>{ask[lang]}</li>)}</ul>}
          {isGate && state !== 'withdrawn' && <a class="button spaced" href={`/card#gate=${id}`} target="_blank" rel="noopener"><Icon name="sheet" />{t.gate.card.open}</a>}
        </section>
      </div>
      {app.session.canGates.value && (
        <footer class="panel-foot">
          <button type="button" class="button" onClick={() => app.writer.editGate(gate)}>{t.gates.edit}</button>
          {app.session.canDraft.value && state !== 'withdrawn' && <button type="button" class="button danger" onClick={() => app.dialogs.show('withdraw')}>{t.gates.withdraw}</button>}
        </footer>
      )}
    </>
  )
}

import { useSignal } from '@preact/signals'
import type { Problem } from '#shared/schema/problem.ts'
import type { CheckpointKind, CheckpointState, CheckpointTier } from '#shared/schema/vocabulary.ts'
import { CHECKPOINT_KINDS, CHECKPOINT_STATES, CHECKPOINT_TIERS } from '#shared/vocabulary.ts'
import { useText } from '../../i18n/use-text.ts'
import type { VersionedCheckpoint } from '../../state/checkpoints.ts'
import type { App } from '../../state/create-app.ts'
import { gateFaults } from '../../state/gate-faults.ts'
import type { Writing } from '../../state/writer.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TextPairs } from '../text-pairs.tsx'
import { CutOff } from './cut-off.tsx'
import { GateCardFields } from './gate-card-fields.tsx'
import { GateConflict } from './gate-conflict.tsx'
import { GatePlace } from './gate-place.tsx'
import { GateStaffingFields } from './gate-staffing-fields.tsx'
import { PanelHead } from './panel-head.tsx'

type GateFormProps = { app: Pick<App, 'writer' | 'checkpoints' | 'selection' | 'toasts' | 'placing' | 'zones' | 'session' | 'cutOff' | 'camera'>; writing: Extract<Writing, { type: 'gate' }> }

/** Adding a checkpoint at a place, or changing one. */
export function GateForm({ app, writing: { gate, content } }: GateFormProps) {
  const { writer, checkpoints, selection, toasts } = app
  const { t } = useText()
  const problem = useSignal<Problem | null>(null)
  const theirs = useSignal<VersionedCheckpoint | null>(null)
  const tried = useSignal(false)
  const { name, kind = 'gate', egress } = content
  const found = gateFaults(content)
  const faults: ReturnType<typeof gateFaults> = tried.value ? found : new Set()
  const isGate = kind === 'gate'
  /** a gate officer may change the state and nothing else */
  const isPlanner = app.session.canDraft.value
  const save = async (stored = gate) => {
    tried.value = true
    if (found.size > 0) return
    const answer = await checkpoints.save(stored, content)
    if (!answer.ok && answer.status === 412 && gate) {
      await checkpoints.load()
      theirs.value = checkpoints.get(gate.properties.id) ?? null
      return
    }
    if (!answer.ok) return void (problem.value = answer.problem)
    writer.close()
    toasts.say(t.gates.saved)
    selection.select({ type: 'checkpoint', id: Number(answer.value.properties.id) })
  }
  const saveMine = (newest: VersionedCheckpoint) => {
    theirs.value = null
    writer.rebaseGate(newest)
    void save(newest)
  }
  const takeTheirs = (newest: VersionedCheckpoint) => {
    theirs.value = null
    writer.editGate(newest)
  }
  const setKind = (next: CheckpointKind) => writer.writeGate({ kind: next, ...(next !== 'gate' && { staffing: null }), ...(next !== 'closure' && { egress: null }) })
  const newest = theirs.value
  return (
    <>
      <PanelHead eyebrow={t.gate.place.kind[kind]} title={gate ? t.gates.edit : t.gates.add} onClose={writer.close} />
      <div class="scroll">
        <section class="section stack">
          {isPlanner && (
            <>
              <TextField label={t.gates.name} value={name} error={faults.has('name') ? t.planner.required : undefined} onInput={(value) => writer.writeGate({ name: value })} />
              <TextField label={t.gates.nameEn} value={content.name_en ?? ''} onInput={(value) => writer.writeGate({ name_en: value === '' ? null : value })} />
              <div class="two">
                <SelectField label={t.gate.place.kindLabel} value={kind} options={CHECKPOINT_KINDS.map((value) => ({ value, text: t.gate.place.kind[value] }))} onChange={(value) => setKind(value as CheckpointKind)} />
                <SelectField label={t.gates.tier} value={content.tier} options={CHECKPOINT_TIERS.map((value) => ({ value, text: t.tier[value] }))} onChange={(tier) => writer.writeGate({ tier: tier as CheckpointTier })} />
              </div>
            </>
          )}
          <SelectField label={t.gates.state} value={content.state} options={CHECKPOINT_STATES.map((value) => ({ value, text: t.gateState[value] }))} onChange={(state) => writer.writeGate({ state: state as CheckpointState })} />
          {isPlanner && isGate && <label class="check"><input type="checkbox" checked={content.green_lane} onChange={(event) => writer.writeGate({ green_lane: event.currentTarget.checked })} /><span>{t.gates.greenLane}<div class="muted">{t.gates.greenLaneHint}</div></span></label>}
          {isPlanner && kind === 'closure' && (
            <div class="stack tight">
              <span class="label">{t.gate.place.egress}</span>
              <TextPairs items={[egress ?? { zh: '', en: '' }]} labels={{ zh: t.gate.place.egressZh, en: t.gate.place.egressEn, add: '', remove: '' }} fixed showMissing={faults.has('egress')} onChange={([text]) => writer.writeGate({ egress: text ?? null })} />
            </div>
          )}
        </section>
        {isPlanner && <GatePlace app={app} content={content} />}
        {isPlanner && isGate && <GateStaffingFields staffing={content.staffing ?? null} onChange={(staffing) => writer.writeGate({ staffing })} />}
        {isPlanner && isGate && <GateCardFields card={content.rule_card} faults={faults} onChange={(rule_card) => writer.writeGate({ rule_card })} />}
        <section class="section"><CutOff app={app} /></section>
        {problem.value && <section class="section"><ProblemNote problem={problem.value} /></section>}
      </div>
      {newest && <GateConflict mine={content} theirs={newest} onMine={() => saveMine(newest)} onTheirs={() => takeTheirs(newest)} />}
      <footer class="panel-foot">
        <button type="button" class="button" onClick={writer.close}>{t.cancel}</button>
        <button type="button" class="button primary" disabled={newest !== null} onClick={() => void save()}>{t.save}</button>
      </footer>
    </>
  )
}

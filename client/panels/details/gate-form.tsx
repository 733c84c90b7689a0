import { useSignal } from '@preact/signals'
import type { Problem } from '#shared/schema/problem.ts'
import { CHECKPOINT_STATES, CHECKPOINT_TIERS, type CheckpointState, type CheckpointTier } from '#shared/schema/vocabulary.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import type { Writing } from '../../state/writer.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TextPairs } from '../text-pairs.tsx'
import { CutOff } from './cut-off.tsx'
import { PanelHead } from './panel-head.tsx'

/** Adding a gate at a point, or changing one. */
export function GateForm({ app, writing: { gate, content } }: { app: Pick<App, 'writer' | 'checkpoints' | 'selection' | 'toasts' | 'cutOff' | 'camera'>; writing: Extract<Writing, { type: 'gate' }> }) {
  const { writer, checkpoints, selection, toasts } = app
  const { t } = useText()
  const problem = useSignal<Problem | null>(null)
  const tried = useSignal(false)
  const save = async () => {
    tried.value = true
    if (content.name.trim() === '' || content.rule_card.asks.some(({ zh, en }) => zh.trim() === '' || en.trim() === '')) return
    const answer = await checkpoints.save(gate, content)
    if (!answer.ok) {
      problem.value = answer.problem
      return
    }
    writer.close()
    toasts.say(t.gates.saved)
    selection.select({ type: 'checkpoint', id: Number(answer.value.properties.id) })
  }
  return (
    <>
      <PanelHead eyebrow={t.hit.checkpoint} title={gate ? t.gates.edit : t.gates.add} onClose={writer.close} />
      <div class="scroll">
        <section class="section stack">
          <TextField label={t.gates.name} value={content.name} error={tried.value && content.name.trim() === '' ? t.planner.required : undefined} onInput={(name) => writer.writeGate({ name })} />
          <TextField label={t.gates.nameEn} value={content.name_en ?? ''} onInput={(name) => writer.writeGate({ name_en: name === '' ? null : name })} />
          <div class="two">
            <SelectField label={t.gates.tier} value={content.tier} options={CHECKPOINT_TIERS.map((value) => ({ value, text: t.tier[value] }))} onChange={(tier) => writer.writeGate({ tier: tier as CheckpointTier })} />
            <SelectField label={t.gates.state} value={content.state} options={CHECKPOINT_STATES.map((value) => ({ value, text: t.gateState[value] }))} onChange={(state) => writer.writeGate({ state: state as CheckpointState })} />
          </div>
          <label class="check"><input type="checkbox" checked={content.green_lane} onChange={(event) => writer.writeGate({ green_lane: event.currentTarget.checked })} /><span>{t.gates.greenLane}<div class="muted">{t.gates.greenLaneHint}</div></span></label>
        </section>
        <section class="section stack">
          <h3>{t.gates.asks}</h3>
          <TextPairs items={content.rule_card.asks} labels={{ zh: t.gates.askZh, en: t.gates.askEn, add: t.gates.addAsk, remove: t.planner.form.remove }} showMissing={tried.value} onChange={(asks) => writer.writeGate({ rule_card: { asks } })} />
        </section>
        <section class="section"><CutOff app={app} /></section>
        {problem.value && <section class="section"><ProblemNote problem={problem.value} /></section>}
      </div>
      <footer class="panel-foot">
        <button type="button" class="button" onClick={writer.close}>{t.cancel}</button>
        <button type="button" class="button primary" onClick={() => void save()}>{t.save}</button>
      </footer>
    </>
  )
}

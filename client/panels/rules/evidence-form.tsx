import { useSignal } from '@preact/signals'
import { dateOfDay, dayOfMoment } from '#shared/rules/shanghai-day.ts'
import type { EvidenceType } from '#shared/schema/evidence.ts'
import { EVIDENCE_TYPES } from '#shared/vocabulary.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { ZoneFeature } from '#shared/schema/zone.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { correctionForm, evidenceOfForm, newEvidenceForm, type EvidenceForm as Form } from '../../state/evidence-form.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

const FIGURES = { infection: ['count'], round: ['expected', 'sampled', 'negative', 'positive'] } as const

/** Entering a zone's evidence: a day and totals. An entry chosen in the history is corrected by a new one. */
export function EvidenceForm({ app, zone }: { app: App; zone: ZoneFeature }) {
  const { t } = useText()
  const { id, people } = zone.properties
  const today = dateOfDay(dayOfMoment(app.now()))
  const begun = (type: EvidenceType) => newEvidenceForm(type, today, people)
  const form = useSignal<Form>(begun('infection'))
  const problem = useSignal<Problem | null>(null)
  const busy = useSignal(false)
  const correcting = app.correcting.value
  if (correcting !== null && correcting.zone_id === id && form.value.corrects !== correcting.id) form.value = correctionForm(correcting)
  const { type, corrects } = form.value
  const write = (patch: Partial<Form>) => (form.value = { ...form.value, ...patch })
  const reset = (next: EvidenceType) => {
    app.correcting.value = null
    problem.value = null
    form.value = begun(next)
  }
  const ready = evidenceOfForm(form.value)
  const save = async (event: Event) => {
    event.preventDefault()
    if (ready === null || busy.value) return
    busy.value = true
    const sent = form.value
    const answer = await app.evidence.enter(id, ready)
    busy.value = false
    if (!answer.ok) {
      problem.value = answer.problem
      return
    }
    if (form.value === sent) reset(type) // what was begun meanwhile stays
    app.toasts.say(t.rules.saved)
  }
  const figures: readonly (typeof FIGURES)['infection' | 'round'][number][] = type === 'infection' || type === 'round' ? FIGURES[type] : []
  return (
    <section class="section stack evidence-form">
      <h3>{corrects === null ? t.rules.enter : t.rules.correcting(corrects)}</h3>
      <form class="stack" onSubmit={(event) => void save(event)}>
        <div class="two">
          {corrects === null
            ? <SelectField label={t.rules.pick} value={type} options={EVIDENCE_TYPES.map((value) => ({ value, text: t.rules.type[value] }))} onChange={(value) => reset(value as EvidenceType)} />
            : <div class="field"><span class="label">{t.rules.pick}</span><strong>{t.rules.type[type]}</strong></div>}
          <TextField label={t.rules.on} type="date" value={form.value.on} max={today} onInput={(on) => write({ on })} />
        </div>
        {figures.length > 0 && (
          <div class="two">
            {figures.map((field) => <TextField key={field} label={t.rules[field]} type="number" min="0" value={form.value[field]} onInput={(value) => write({ [field]: value })} />)}
          </div>
        )}
        <TextField label={type === 'alarm_answer' ? t.rules.noteRequired : t.rules.note} value={form.value.note} onInput={(note) => write({ note })} />
        <ProblemNote problem={problem.value} />
        <div class="tool-row">
          {corrects !== null && <button type="button" class="button" onClick={() => reset(type)}>{t.cancel}</button>}
          <button type="submit" class="button" disabled={busy.value || ready === null}>{corrects === null ? t.rules.enter : t.rules.correct}</button>
        </div>
        <p class="muted small">{t.rules.privacy}</p>
      </form>
    </section>
  )
}

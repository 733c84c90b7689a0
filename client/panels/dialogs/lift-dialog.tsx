import { useSignal } from '@preact/signals'
import type { Problem } from '#shared/schema/problem.ts'
import { formatMoment } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { toLocalInput } from '../../state/local-input.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'

const DAY_MS = 86_400_000

/** Lifting is a decision of a named authority on a written ground, for now or beforehand; the product never decides it. */
export function LiftDialog({ app }: { app: Pick<App, 'api' | 'selection' | 'zones' | 'plans' | 'dialogs' | 'toasts' | 'now'> }) {
  const { t, lang } = useText()
  const { selection, zones, dialogs } = app
  const selected = selection.current.value
  const zone = selected?.type === 'zone' ? zones.get(selected.id)?.properties : undefined
  const form = useSignal({ reason: '', authority: zone?.authority ?? '', number: '', issuer: zone?.legal_basis.issuer ?? '', date: toLocalInput(app.now()).slice(0, 10) })
  const problem = useSignal<Problem | null>(null)
  const busy = useSignal(false)
  /** empty: now */
  const endsAt = useSignal('')
  if (!zone) return null
  const complete = Object.values(form.value).every((value) => value.trim() !== '')
  const lift = async () => {
    busy.value = true
    const { reason, authority, number, issuer, date } = form.value
    const decision = { reason, authority, legal_basis: { number, issuer, date } }
    const tag = `"${zone.id}.${zone.version}"`
    const later = endsAt.value === '' ? null : new Date(endsAt.value).toISOString()
    const answer = later === null ? await app.api.zones.lift(zone.id, tag, decision) : await app.api.plans.end(zone.id, tag, { at: later, ...decision })
    busy.value = false
    if (!answer.ok) {
      problem.value = answer.problem
      if (answer.status === 412) await zones.load()
      return
    }
    dialogs.close()
    if (later !== null) {
      await app.plans.load()
      return void app.toasts.say(t.time.endPlannedToast(formatMoment(later, lang)))
    }
    app.toasts.say(`${t.planner.lifted} · ${nameIn(lang, zone)}`)
    selection.select(null)
    await zones.load()
  }
  const line = (field: keyof typeof form.value, label: string, more: { rows?: number; type?: 'date' } = {}) => (
    <TextField key={field} label={label} value={form.value[field]} onInput={(value) => (form.value = { ...form.value, [field]: value })} {...more} />
  )
  const footer = (
    <>
      <button type="button" class="button" onClick={dialogs.close}>{t.cancel}</button>
      <button type="submit" class="button danger" disabled={busy.value || !complete}>{endsAt.value === '' ? t.planner.liftNow : t.time.endLater}</button>
    </>
  )
  return (
    <Dialog title={t.planner.liftTitle} closeText={t.close} onClose={dialogs.close} footer={footer} onSubmit={() => void lift()}>
      <div><strong>{nameIn(lang, zone)}</strong> <span class="mono muted">{zone.id}</span></div>
      {line('reason', t.planner.form.reason, { rows: 2 })}
      {line('authority', t.planner.form.authority)}
      {line('number', t.planner.form.number)}
      <div class="two">{line('issuer', t.planner.form.issuer)}{line('date', t.planner.form.date, { type: 'date' })}</div>
      <Segments label={t.time.endsAt} value={endsAt.value === '' ? 'now' : 'later'} options={[{ value: 'now', text: t.time.endNow }, { value: 'later', text: t.time.endLater }]} onChange={(choice) => (endsAt.value = choice === 'now' ? '' : toLocalInput(new Date(app.now().getTime() + DAY_MS)))} />
      {endsAt.value !== '' && <TextField label={t.time.endsAt} type="datetime-local" value={endsAt.value} hint={t.time.endHint} onInput={(value) => (endsAt.value = value)} />}
      <p class="note">{t.planner.liftEffect}</p>
      <ProblemNote problem={problem.value} />
    </Dialog>
  )
}

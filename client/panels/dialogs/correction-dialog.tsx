import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Problem } from '#shared/schema/problem.ts'
import type { HeldPeriod } from '#shared/time/correct-periods.ts'
import { formatMoment } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import { correctionRequest, knownPeriods, recordedTimes, type CorrectionForm } from '../../state/correction-form.ts'
import type { App } from '../../state/create-app.ts'
import { toLocalInput } from '../../state/local-input.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CorrectionPreview } from './correction-preview.tsx'

/** A late entry: a version in fact held at another time than is recorded. Nothing recorded is lost by it. */
export function CorrectionDialog({ app }: { app: Pick<App, 'api' | 'selection' | 'zones' | 'moment' | 'dialogs' | 'toasts' | 'now'> }) {
  const { t, lang } = useText()
  const words = t.time.correction
  const selected = app.selection.current.value
  const zone = selected?.type === 'zone' ? app.zones.get(selected.id)?.properties : undefined
  const known = useSignal<readonly HeldPeriod[]>([])
  const form = useSignal<CorrectionForm | null>(null)
  const problem = useSignal<Problem | null>(null)
  const busy = useSignal(false)
  const id = zone?.id
  useEffect(() => {
    if (!zone) return
    void app.api.zones.versions(zone.id).then((answer) => {
      if (!answer.ok) return void (problem.value = answer.problem)
      known.value = knownPeriods(answer.value.items)
      const shown = known.value.find(({ version }) => version === zone.version)
      const { authority, legal_basis: { issuer } } = zone
      if (shown) form.value = { ...recordedTimes(shown), reason: '', authority, number: '', issuer, date: toLocalInput(app.now()).slice(0, 10) }
    })
  }, [id])
  if (!zone) return null
  const now = form.value
  const write = (patch: Partial<CorrectionForm>) => now && (form.value = { ...now, ...patch })
  const recorded = now && known.value.find(({ version }) => version === now.version)
  const request = now && recorded ? correctionRequest(now, recorded) : null
  const times = now && recorded && now.from !== '' ? correctionRequest({ ...now, reason: '-', authority: '-', number: '-', issuer: '-', date: '-' }, recorded) : null
  const save = async () => {
    if (!request) return
    busy.value = true
    const answer = await app.api.zones.correct(zone.id, `"${zone.id}.${known.value[0]?.version ?? zone.version}"`, request)
    busy.value = false
    if (!answer.ok) return void (problem.value = answer.problem)
    app.dialogs.close()
    app.toasts.say(`${words.done} · ${nameIn(lang, zone)}`)
    await Promise.all([app.zones.load(), app.moment.reload()])
  }
  const line = (field: 'reason' | 'authority' | 'number' | 'issuer' | 'date', label: string, more: { rows?: number; type?: 'date' } = {}) =>
    now && <TextField key={field} label={label} value={now[field]} onInput={(value) => write({ [field]: value })} {...more} />
  const footer = (
    <>
      <button type="button" class="button" onClick={app.dialogs.close}>{t.cancel}</button>
      <button type="submit" class="button primary" disabled={busy.value || request === null}>{words.save}</button>
    </>
  )
  return (
    <Dialog title={words.title} closeText={t.close} onClose={app.dialogs.close} footer={footer} onSubmit={() => void save()}>
      <div><strong>{nameIn(lang, zone)}</strong> <span class="mono muted">{zone.id}</span></div>
      <p class="muted">{words.hint}</p>
      {!now && !problem.value && <p class="muted">{t.loading}</p>}
      {now && recorded && (
        <>
          {known.value.length > 1 && (
            <SelectField
              label={words.version} value={String(now.version)}
              options={known.value.map(({ version, from }) => ({ value: String(version), text: `${t.details.version(version)} · ${formatMoment(from, lang)}` }))}
              onChange={(value) => {
                const other = known.value.find(({ version }) => String(version) === value)
                if (other) write(recordedTimes(other))
              }}
            />
          )}
          {recorded.to === null && (
            <Segments
              label={words.to} value={now.to === '' ? 'open' : 'ended'} options={[{ value: 'open', text: words.stillHeld }, { value: 'ended', text: words.ended }]}
              onChange={(choice) => write({ to: choice === 'open' ? '' : toLocalInput(app.now()) })}
            />
          )}
          <div class="two moments">
            <TextField label={words.from} type="datetime-local" value={now.from} onInput={(from) => write({ from })} />
            {(now.to !== '' || recorded.to !== null) && <TextField label={words.to} type="datetime-local" value={now.to} onInput={(to) => write({ to })} />}
          </div>
          {times && <CorrectionPreview known={known.value} version={now.version} from={times.valid_from} to={times.valid_to} />}
          {line('reason', words.reason, { rows: 2 })}
          {line('authority', words.authority)}
          {line('number', t.planner.form.number)}
          <div class="two">{line('issuer', t.planner.form.issuer)}{line('date', t.planner.form.date, { type: 'date' })}</div>
          {recorded.to === null && now.to !== '' && <p class="note warn">{words.ends}</p>}
        </>
      )}
      <ProblemNote problem={problem.value} />
    </Dialog>
  )
}

import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { toLocalInput } from '../../state/local-input.ts'
import type { ScheduleForm } from '../../state/schedule-form.ts'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'

const HOUR_MS = 3_600_000

/** When the zone starts: at once or under embargo until a set time; and an end decided beforehand. */
export function ScheduleFields({ app: { planner, now } }: { app: Pick<App, 'planner' | 'now'> }) {
  const { t } = useText()
  const form = planner.form.value
  const faults = planner.tried.value ? planner.faults.value : {}
  const inHours = (hours: number) => toLocalInput(new Date(Math.ceil((now().getTime() + hours * HOUR_MS) / HOUR_MS) * HOUR_MS))
  const words = { required: t.planner.required, past: t.time.pastTime, before: t.time.afterStart }
  const line = (field: keyof ScheduleForm, label: string, more: { type?: 'datetime-local'; rows?: number; hint?: string } = {}) => {
    const fault = faults[field]
    return <TextField key={field} label={label} value={form[field]} error={fault && words[fault]} onInput={(value) => planner.write({ [field]: value })} {...more} />
  }
  const choices = (none: string, some: string) => [{ value: 'none' as const, text: none }, { value: 'at' as const, text: some }]
  return (
    <section class="section stack schedule">
      <h3>{t.time.start}</h3>
      <Segments label={t.time.start} value={form.starts_at === '' ? 'none' : 'at'} options={choices(t.time.startNow, t.time.startAt)} onChange={(choice) => planner.write({ starts_at: choice === 'none' ? '' : inHours(1) })} />
      {form.starts_at !== '' && line('starts_at', t.time.startsAt, { type: 'datetime-local', hint: t.time.startHint })}
      <div class="field">
        <span class="label">{t.time.endPlanned}</span>
        <Segments label={t.time.endPlanned} value={form.ends_at === '' ? 'none' : 'at'} options={choices(t.time.endNone, t.time.endAt)} onChange={(choice) => planner.write(choice === 'none' ? { ends_at: '' } : { ends_at: inHours(7 * 24), end_authority: form.end_authority || form.authority })} />
      </div>
      {form.ends_at !== '' && [
        line('ends_at', t.time.endsAt, { type: 'datetime-local', hint: t.time.endHint }),
        line('end_reason', t.time.endReason, { rows: 2 }),
        line('end_authority', t.time.endAuthority),
        line('end_number', t.time.endNumber),
      ]}
    </section>
  )
}

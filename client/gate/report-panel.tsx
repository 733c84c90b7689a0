import { useSignal } from '@preact/signals'
import type { GateNeed, GateStatus } from '#shared/schema/gate-report.ts'
import { GATE_NEEDS, GATE_QUEUES, GATE_STATUSES } from '#shared/vocabulary.ts'
import { formatClock } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import { Segments } from '../ui/segments.tsx'
import type { GateDuty } from './create-gate-duty.ts'

/**
 * One thumb at the bottom of a phone: what is so beside the status is set first, the status sends it. What stops a road or
 * alarms the command post is asked for twice, for a glove slips.
 */
export function ReportPanel({ duty: { form, kept, report, noteIsPersonal } }: { duty: GateDuty }) {
  const { t, lang } = useText()
  const armed = useSignal<GateStatus | null>(null)
  const writing = useSignal(false)
  const press = (status: GateStatus) => {
    if (status !== 'normal' && armed.value !== status) return void (armed.value = status)
    armed.value = null
    writing.value = false
    report(status)
  }
  const toggle = (need: GateNeed) => (form.needs.value = form.needs.value.includes(need) ? form.needs.value.filter((one) => one !== need) : [...form.needs.value, need])
  const last = kept.value.at(-1)
  return (
    <footer class="report">
      {last && (
        <p class="last" role="status" data-state={last.state}>
          <Icon name={last.state === 'queued' ? 'clock' : last.state === 'sent' ? 'check' : 'close'} />
          {formatClock(last.report.made_at, lang)} {t.gate.status[last.report.status]} · {t.gate.log[last.state]}
        </p>
      )}
      {writing.value && (
        <div class="note-line">
          <input class="input" type="text" maxLength={500} aria-label={t.gate.note} placeholder={t.gate.noteHint} aria-invalid={noteIsPersonal.value} value={form.note.value} onInput={(event) => (form.note.value = event.currentTarget.value)} />
          {noteIsPersonal.value && <span class="error" role="alert">{t.gate.notePersonal}</span>}
        </div>
      )}
      <div class="queue"><span>{t.gate.queueLabel}</span><Segments label={t.gate.queueLabel} value={form.queue.value} options={GATE_QUEUES.map((value) => ({ value, text: t.gate.queue[value] }))} onChange={(value) => (form.queue.value = value)} /></div>
      <div class="needs">
        {GATE_NEEDS.map((need) => <button key={need} type="button" class="button" aria-pressed={form.needs.value.includes(need)} onClick={() => toggle(need)}>{t.gate.needs[need]}</button>)}
        <button type="button" class="button" aria-pressed={writing.value} onClick={() => (writing.value = !writing.value)}>{t.gate.note}</button>
      </div>
      <div class="statuses">
        {GATE_STATUSES.map((status) => (
          <button key={status} type="button" data-status={status} data-armed={armed.value === status} disabled={noteIsPersonal.value} onClick={() => press(status)}>
            {armed.value === status ? t.gate.again(t.gate.status[status]) : t.gate.status[status]}
          </button>
        ))}
      </div>
    </footer>
  )
}

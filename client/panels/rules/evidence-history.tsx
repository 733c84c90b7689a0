import { useSignal } from '@preact/signals'
import type { Evidence } from '#shared/schema/evidence.ts'
import type { Problem } from '#shared/schema/problem.ts'
import { formatDay, formatMoment, formatNumber } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Slices = Pick<App, 'evidence' | 'session' | 'toasts' | 'correcting'>

/** What was entered about a zone, newest first; nothing ever disappears from it. */
export function EvidenceHistory({ app, zoneId }: { app: Slices; zoneId: string }) {
  const { t } = useText()
  const entries = app.evidence.entries.value
  const later = new Map(entries.map((entry) => [entry.corrects, entry]))
  return (
    <section class="section stack tight" aria-label={t.rules.history}>
      <h3>{t.rules.history}</h3>
      {entries.length === 0 && <p class="muted">{t.rules.historyEmpty}</p>}
      <ol class="entries">
        {entries.map((entry) => <Entry key={entry.id} app={app} zoneId={zoneId} entry={entry} over={later.has(entry.id)} />)}
      </ol>
    </section>
  )
}

function Entry({ app, zoneId, entry, over }: { app: Slices; zoneId: string; entry: Evidence; over: boolean }) {
  const { t, lang } = useText()
  const reason = useSignal<string | null>(null)
  const problem = useSignal<Problem | null>(null)
  const { id, type, on, note, withdrawn, entered_by: by, entered_at: at } = entry
  const n = (value: number | null) => formatNumber(value ?? 0, lang)
  const said = withdrawn ? t.rules.withdrawn
    : type === 'infection' ? t.rules.sum(n(entry.count))
    : type === 'round' ? t.rules.round(n(entry.expected), n(entry.sampled), n(entry.negative), n(entry.positive))
    : ''
  const withdraw = async () => {
    const answer = await app.evidence.withdraw(zoneId, id, reason.value!.trim())
    if (!answer.ok) return void (problem.value = answer.problem)
    reason.value = null
    app.toasts.say(t.rules.tookBack)
  }
  return (
    <li data-over={over || withdrawn} data-entry={id}>
      <div class="line"><strong>{t.rules.type[type]}</strong><span>{formatDay(on, lang)}</span></div>
      {said !== '' && <div>{said}</div>}
      {note !== null && <div class="muted">{note}</div>}
      <div class="line muted small">
        <span>{inLang(lang, by)} · {formatMoment(at, lang)}{over && ` · ${t.rules.corrected}`}</span>
        {!over && !withdrawn && app.session.canEnterEvidence.value && (
          <span class="acts">
            <button type="button" class="link" onClick={() => (app.correcting.value = entry)}>{t.rules.correct}</button>
            <button type="button" class="link" onClick={() => (reason.value = reason.value === null ? '' : null)}>{t.rules.withdraw}</button>
          </span>
        )}
      </div>
      {reason.value !== null && (
        <div class="stack tight">
          <TextField label={t.rules.withdrawReason} value={reason.value} onInput={(value) => (reason.value = value)} />
          <button type="button" class="button small" disabled={reason.value.trim() === ''} onClick={() => void withdraw()}>{t.rules.withdraw}</button>
          <ProblemNote problem={problem.value} />
        </div>
      )}
    </li>
  )
}

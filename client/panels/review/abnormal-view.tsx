import { useSignal } from '@preact/signals'
import { ABNORMAL_TEXTS } from '#shared/review/abnormal-texts.ts'
import { fill } from '#shared/text/fill.ts'
import type { Preflight } from '#shared/schema/preflight.ts'
import type { Problem } from '#shared/schema/problem.ts'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** What is abnormal about a change, who has confirmed it, and for a second person the confirmation itself. */
export function AbnormalView({ app: { preflight }, result, mayConfirm }: { app: Pick<App, 'preflight'>; result: Preflight; mayConfirm: boolean }) {
  const { t, lang } = useText()
  const reason = useSignal('')
  const problem = useSignal<Problem | null>(null)
  if (result.abnormal.length === 0) return null
  const number = (value: number | null) => (value === null ? '' : formatNumber(value, lang))
  const confirm = async () => (problem.value = await preflight.confirm(reason.value.trim()))
  return (
    <div class="faults abnormal" role="alert">
      <ul class="faults">
        {result.abnormal.map((finding) => (
          <li key={finding.code}><strong>{fill(ABNORMAL_TEXTS[finding.code][lang], { before: number(finding.before), after: number(finding.after), what: finding.what ?? '' })}</strong></li>
        ))}
      </ul>
      {result.confirmed && <p class="note warn">{t.review.confirmedBy(inLang(lang, result.confirmed.by), formatMoment(result.confirmed.at, lang))}<br />{result.confirmed.reason}</p>}
      {!result.confirmed && <p class="muted">{t.review.abnormalHint}</p>}
      {!result.confirmed && mayConfirm && (
        <form class="stack tight" onSubmit={(event) => { event.preventDefault(); void confirm() }}>
          <TextField label={t.review.confirmReason} value={reason.value} rows={2} onInput={(value) => (reason.value = value)} />
          <button type="submit" class="button danger" disabled={reason.value.trim() === ''}>{t.review.confirmChange}</button>
        </form>
      )}
      <ProblemNote problem={problem.value} />
    </div>
  )
}

import { useSignal } from '@preact/signals'
import type { Review } from '#shared/schema/review.ts'
import { formatMoment } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PanelHead } from '../details/panel-head.tsx'
import { KindSwatch } from '../kind-swatch.tsx'

/** What the fast lane put in force, for the review afterwards: confirm it or object; neither changes what is in force. */
export function AfterPanel({ app: { reviewing, session, toasts, selection }, review }: { app: Pick<App, 'reviewing' | 'session' | 'toasts' | 'selection'>; review: Review }) {
  const { t, lang } = useText()
  const reason = useSignal('')
  const busy = reviewing.busy.value
  const decide = async (outcome: 'confirmed' | 'objected') => {
    if (await reviewing.afterwards(outcome, reason.value)) toasts.say(t.review.after[outcome])
  }
  const open = review.outcome === null
  const show = () => {
    reviewing.close()
    selection.select({ type: 'zone', id: review.zone_id })
  }
  return (
    <>
      <PanelHead
        kind={review.kind} title={nameIn(lang, review)} onClose={reviewing.close}
        eyebrow={<><KindSwatch kind={review.kind} />{t.review.lane}<span class={`badge ${review.overdue || review.outcome === 'objected' ? 'danger' : 'warn'}`}>{open ? (review.overdue ? t.review.overdueBadge : t.review.open) : t.review.outcome[review.outcome!]}</span></>}
        ident={<><span class="mono">{review.zone_id}</span> · {t.details.version(review.version ?? 0)}</>}
      />
      <div class="scroll">
        <section class="section">
          <dl class="facts">
            <dt>{t.review.urgentReason}</dt><dd>{review.reason}</dd>
            <dt>{t.details.publishedBy}</dt><dd>{inLang(lang, review.submitted_by)} · {formatMoment(review.submitted_at, lang)}</dd>
            <dt>{t.review.dueLabel}</dt><dd class={review.overdue ? 'overdue' : ''}>{formatMoment(review.due_at, lang)}</dd>
            {review.decided_by !== null && review.decided_at !== null && <><dt>{t.review.decision}</dt><dd>{t.review.outcome[review.outcome!]} · {inLang(lang, review.decided_by)} · {formatMoment(review.decided_at, lang)}<br />{review.note}</dd></>}
          </dl>
        </section>
        <p class="section muted">{t.review.afterHint}</p>
        {open && review.mine && <section class="section"><p class="note">{t.review.ownWork}</p></section>}
      </div>
      <div class="decision">
        {open && session.canReview.value && !review.mine && <TextField label={t.review.afterReason} value={reason.value} rows={2} onInput={(value) => (reason.value = value)} />}
        <ProblemNote problem={reviewing.problem.value} />
        <footer class="panel-foot">
          <button type="button" class="button" onClick={show}>{t.review.showZone}</button>
          {open && session.canReview.value && !review.mine && (
            <>
              <button type="button" class="button danger" disabled={busy || reason.value.trim() === ''} onClick={() => void decide('objected')}>{t.review.object}</button>
              <button type="button" class="button primary" disabled={busy || reason.value.trim() === ''} onClick={() => void decide('confirmed')}>{t.review.confirm}</button>
            </>
          )}
        </footer>
      </div>
    </>
  )
}

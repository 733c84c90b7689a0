import { useSignal } from '@preact/signals'
import { nextState } from '#shared/review/next-state.ts'
import type { Draft } from '#shared/schema/zone.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PanelHead } from '../details/panel-head.tsx'
import { KindSwatch } from '../kind-swatch.tsx'
import { DraftWords } from './draft-words.tsx'
import { PreflightView } from './preflight-view.tsx'
import { RejectionNote } from './rejection-note.tsx'

/** A draft as a reviewer sees it: what it would change first, then its words, then the decision. */
export function ReviewPanel({ app, draft }: { app: App; draft: Draft }) {
  const { t, lang } = useText()
  const words = useSignal('')
  const { reviewing, preflight, reviews, session } = app
  const review = reviews.ofDraft(draft.zone_id)
  const mine = review?.mine === true
  const may = session.canReview.value && !mine
  const { result } = preflight
  const busy = reviewing.busy.value || preflight.busy.value
  const approve = async () => {
    if (result.value && (await reviewing.approve(result.value.hash, words.value))) {
      words.value = ''
      app.toasts.say(t.review.approved)
    }
  }
  const reject = async () => {
    if (await reviewing.reject(words.value)) {
      words.value = ''
      app.toasts.say(t.review.rejected)
    }
  }
  const stopped = result.value === null || result.value.too_few !== null
  return (
    <>
      <PanelHead
        kind={draft.kind} title={draft.content.name} onClose={reviewing.close}
        eyebrow={<><KindSwatch kind={draft.kind} />{t.kind[draft.kind]}<span class={`badge ${draft.state === 'approved' ? 'good' : draft.state === 'rejected' ? 'danger' : 'warn'}`}>{t.review.state[draft.state]}</span></>}
        ident={<><span class="mono">{draft.zone_id}</span>{review && <span class={review.overdue ? 'overdue' : ''}> · {t.review.due(formatMoment(review.due_at, lang))}</span>}</>}
      />
      <div class="scroll" tabIndex={0} role="region" aria-label={draft.content.name}>
        <PreflightView app={app} mayConfirm={(session.canReview.value || session.canPublish.value) && !mine} />
        {draft.rejection && <section class="section"><RejectionNote rejection={draft.rejection} /></section>}
        <DraftWords draft={draft} />
      </div>
      <div class="decision">
        {mine && draft.state === 'in_review' && <p class="note">{t.review.ownWork}</p>}
        {may && nextState(draft.state, 'reject') && <TextField label={draft.state === 'approved' ? t.review.takeBackReason : t.review.decisionNote} value={words.value} rows={2} onInput={(value) => (words.value = value)} />}
        <ProblemNote problem={reviewing.problem.value} />
        <footer class="panel-foot">
          {may && nextState(draft.state, 'reject') && <button type="button" class="button danger" disabled={busy || words.value.trim() === ''} onClick={() => void reject()}>{draft.state === 'approved' ? t.review.takeBack : t.review.reject}</button>}
          {may && nextState(draft.state, 'approve') && <button type="button" class="button primary" disabled={busy || stopped} onClick={() => void approve()}>{t.review.approve}</button>}
          {nextState(draft.state, 'publish') && session.canPublish.value && <button type="button" class="button primary" disabled={busy} onClick={() => app.dialogs.show('publish')}>{t.planner.publish}</button>}
        </footer>
      </div>
    </>
  )
}

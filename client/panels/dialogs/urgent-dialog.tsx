import { useSignal } from '@preact/signals'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PreflightView } from '../review/preflight-view.tsx'

/** The fast lane: for lives at stake, with a reason that is kept, and a review afterwards that nobody can skip. */
export function UrgentDialog({ app }: { app: App }) {
  const { t } = useText()
  const { planner, plannerSave, preflight, dialogs, zones, toasts, selection, camera } = app
  const reason = useSignal('')
  const sure = useSignal(false)
  const draft = planner.planning.value?.draft
  const result = preflight.result.value
  if (!draft) return null
  const close = () => {
    preflight.clear()
    dialogs.close()
  }
  const publish = async () => {
    const published = result && (await plannerSave.publishUrgent(draft, result.hash, reason.value))
    if (!published) return
    close()
    toasts.say(`${t.review.urgentDone} · ${published.name}`)
    await zones.load()
    selection.select({ type: 'zone', id: published.id })
    camera.fit(boundsOf(draft.geometry))
  }
  const blocked = result === null || result.too_few !== null || (result.abnormal.length > 0 && !result.confirmed)
  const footer = (
    <>
      <button type="button" class="button" onClick={close}>{t.cancel}</button>
      <button type="submit" class="button danger solid" disabled={blocked || !sure.value || reason.value.trim() === '' || plannerSave.saving.value}>{t.review.urgentNow}</button>
    </>
  )
  return (
    <Dialog title={t.review.urgentTitle} closeText={t.close} onClose={close} footer={footer} onSubmit={() => void publish()} wide>
      <div class="note danger"><strong>{draft.content.name}</strong> <span class="mono">{draft.zone_id}</span><div>{t.review.urgentWarning}</div></div>
      <PreflightView app={app} mayConfirm={false} />
      <TextField label={t.review.urgentReason} value={reason.value} rows={3} hint={t.review.urgentReasonHint} onInput={(value) => (reason.value = value)} />
      <label class="check"><input type="checkbox" checked={sure.value} onChange={(event) => (sure.value = event.currentTarget.checked)} /><span>{t.review.urgentSure}</span></label>
      <ProblemNote problem={plannerSave.problem.value} />
    </Dialog>
  )
}

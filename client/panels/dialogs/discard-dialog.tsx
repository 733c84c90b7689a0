import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'

/** Before a stored draft is deleted. */
export function DiscardDialog({ app: { dialogs, planner, plannerSave, toasts } }: { app: Pick<App, 'dialogs' | 'planner' | 'plannerSave' | 'toasts'> }) {
  const { t } = useText()
  const draft = planner.planning.value?.draft
  if (!draft) return null
  const discard = async () => {
    if (!(await plannerSave.discard(draft))) return
    dialogs.close()
    toasts.say(t.planner.discarded)
  }
  const footer = (
    <>
      <button type="button" class="button" onClick={dialogs.close}>{t.cancel}</button>
      <button type="submit" class="button danger">{t.planner.discard}</button>
    </>
  )
  return (
    <Dialog title={`${t.planner.discard}?`} closeText={t.close} onClose={dialogs.close} footer={footer} onSubmit={() => void discard()}>
      <p><strong>{draft.content.name}</strong> <span class="mono muted">{draft.zone_id}</span></p>
      <ProblemNote problem={plannerSave.problem.value} />
    </Dialog>
  )
}

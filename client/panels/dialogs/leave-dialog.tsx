import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'

/** Before unsaved work is left behind. */
export function LeaveDialog({ app: { dialogs, planner, bufferAid } }: { app: Pick<App, 'dialogs' | 'planner' | 'bufferAid'> }) {
  const { t } = useText()
  const leave = () => {
    dialogs.close()
    bufferAid.clear()
    planner.leave()
  }
  const footer = (
    <>
      <button type="submit" class="button primary">{t.planner.stay}</button>
      <button type="button" class="button danger" onClick={leave}>{t.planner.leave}</button>
    </>
  )
  return <Dialog title={t.planner.leaveTitle} closeText={t.close} onClose={dialogs.close} footer={footer} onSubmit={dialogs.close}><p>{t.planner.leaveHint}</p></Dialog>
}

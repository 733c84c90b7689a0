import type { ZoneFeature } from '#shared/schema/zone.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

/** What the signed-in post may do with a zone in force. */
export function ZoneActions({ app, zone, onShow }: { app: App; zone: ZoneFeature; onShow: () => void }) {
  const { t } = useText()
  const { id } = zone.properties
  const edit = async () => {
    const answer = await app.planner.edit(id)
    if (!answer.ok) app.toasts.refuse(answer.problem)
  }
  return (
    <footer class="panel-foot">
      <button type="button" class="button" onClick={onShow}>{t.details.show}</button>
      {app.session.canWrite.value && <button type="button" class="button" onClick={() => void edit()}>{app.drafts.get(id) ? t.details.openDraft : t.details.edit}</button>}
      {app.session.canPublish.value && <button type="button" class="button danger" onClick={() => app.dialogs.show('lift')}>{t.details.lift}</button>}
    </footer>
  )
}

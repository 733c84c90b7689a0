import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { focusFirstFault } from '../../ui/focus-first-fault.ts'
import { Icon } from '../../ui/icon.tsx'

/** Save, publish, discard. Publishing saves first, so that what is confirmed is what is published. */
export function PlannerActions({ app }: { app: App }) {
  const { t } = useText()
  const { plannerSave, planner } = app
  const draft = planner.planning.value?.draft ?? null
  const busy = plannerSave.saving.value
  const save = async () => {
    const saved = await plannerSave.save()
    if (saved) app.toasts.say(t.planner.saved)
    else focusFirstFault('.planner')
    return saved
  }
  const publish = async () => {
    const ready = draft && !planner.dirty.value ? draft : await save()
    if (ready) app.dialogs.show('publish')
  }
  return (
    <footer class="panel-foot">
      {draft && <button type="button" class="button quiet icon no-grow" aria-label={t.planner.discard} title={t.planner.discard} disabled={busy} onClick={() => app.dialogs.show('discard')}><Icon name="erase" /></button>}
      <button type="button" class="button" disabled={busy || (draft !== null && !planner.dirty.value)} onClick={() => void save()}>{t.planner.saveDraft}</button>
      {app.session.canPublish.value && <button type="button" class="button primary" disabled={busy} onClick={() => void publish()}>{t.planner.publish}</button>}
    </footer>
  )
}

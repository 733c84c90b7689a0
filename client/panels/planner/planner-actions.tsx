import { nextState } from '#shared/review/next-state.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { focusFirstFault } from '../../ui/focus-first-fault.ts'
import { Icon } from '../../ui/icon.tsx'

/** Save, hand in, publish, discard. Whatever is handed in or published is saved first, so that it is what is seen. */
export function PlannerActions({ app }: { app: App }) {
  const { t } = useText()
  const { plannerSave, planner, session } = app
  const draft = planner.planning.value?.draft ?? null
  const dirty = draft === null || planner.dirty.value
  const state = dirty ? 'draft' : draft.state
  const busy = plannerSave.saving.value
  const save = async () => {
    const saved = await plannerSave.save()
    if (saved) app.toasts.say(t.planner.saved)
    else focusFirstFault('.planner')
    return saved
  }
  const submit = async () => {
    const ready = draft && !dirty ? draft : await save()
    if (!ready) return
    if (await plannerSave.submit(ready)) return void app.toasts.say(t.review.submitted)
    // what stops it is in the pre-flight, with a way out
    void app.preflight.show(ready)
  }
  const urgent = async () => {
    const ready = draft && !dirty ? draft : await save()
    if (!ready) return
    void app.preflight.show(ready)
    app.dialogs.show('urgent')
  }
  const publish = () => {
    if (draft) void app.preflight.show(draft)
    app.dialogs.show('publish')
  }
  return (
    <footer class="panel-foot">
      {draft && <button type="button" class="button quiet icon no-grow" aria-label={t.planner.discard} title={t.planner.discard} disabled={busy} onClick={() => app.dialogs.show('discard')}><Icon name="erase" /></button>}
      <button type="button" class="button" disabled={busy || !dirty} onClick={() => void save()}>{t.planner.saveDraft}</button>
      {session.canPublish.value && state !== 'approved' && <button type="button" class="button quiet danger-text" disabled={busy} onClick={() => void urgent()}>{t.review.urgent}</button>}
      {nextState(state, 'submit') && <button type="button" class="button primary" disabled={busy} onClick={() => void submit()}>{t.review.submit}</button>}
      {(state === 'in_review' || state === 'rejected') && <span class="foot-state">{state === 'rejected' ? t.review.editFirst : t.review.state.in_review}</span>}
      {nextState(state, 'publish') && session.canPublish.value && <button type="button" class="button primary" disabled={busy} onClick={publish}>{t.planner.publish}</button>}
    </footer>
  )
}

import { useSignal } from '@preact/signals'
import type { IssuedKey, KeyScope } from '#shared/schema/key.ts'
import { KEY_SCOPES } from '#shared/vocabulary.ts'
import type { Problem } from '#shared/schema/problem.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AreaField } from './area-field.tsx'
import { CheckList } from './check-list.tsx'

/** Makes a key for another system. */
export function KeyForm({ app, onDone }: { app: App; onDone: (issued: IssuedKey | null) => void }) {
  const { t } = useText()
  const form = useSignal({ name: '', scopes: ['read'] as KeyScope[], area: '', until: '' })
  const problem = useSignal<Problem | null>(null)
  const set = (patch: Partial<typeof form.value>) => (form.value = { ...form.value, ...patch })
  const issue = async () => {
    const { name, scopes, area, until } = form.value
    const expires_at = until === '' ? null : new Date(`${until}T23:59:59`).toISOString()
    const answer = await app.admin.keys.add({ name, scopes, area_code: area.trim() || null, expires_at })
    if (answer.ok) onDone(answer.value)
    else problem.value = answer.problem
  }
  return (
    <form class="admin-form" onSubmit={(event) => { event.preventDefault(); void issue() }}>
      <TextField label={t.admin.keyName} value={form.value.name} onInput={(name) => set({ name })} />
      <CheckList legend={t.admin.scopes} options={KEY_SCOPES.map((value) => ({ value, text: t.admin.scope[value] }))} value={form.value.scopes} onChange={(scopes) => set({ scopes })} />
      <div class="two">
        <AreaField app={app} value={form.value.area} onChange={(area) => set({ area })} />
        <TextField label={t.admin.until} type="date" value={form.value.until} hint={t.admin.untilHint} onInput={(until) => set({ until })} />
      </div>
      <p class="note">{t.admin.keyNote}</p>
      <ProblemNote problem={problem.value} />
      <div class="bar">
        <button type="submit" class="button primary" disabled={form.value.name.trim() === '' || form.value.scopes.length === 0}>{t.admin.addKey}</button>
        <button type="button" class="button" onClick={() => onDone(null)}>{t.admin.back}</button>
      </div>
    </form>
  )
}

import { useSignal } from '@preact/signals'
import type { Problem } from '#shared/schema/problem.ts'
import type { User } from '#shared/schema/user.ts'
import type { Role } from '#shared/schema/vocabulary.ts'
import { ROLES } from '#shared/vocabulary.ts'
import type { Answer } from '../../api/answer.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AreaField } from './area-field.tsx'
import { CheckList } from './check-list.tsx'

type Done = (secret: { username: string; password: string } | null) => void

/** Adds a user (null) or changes one; a password that comes of it goes to `onDone`. */
export function UserForm({ app, user, onDone }: { app: App; user: User | null; onDone: Done }) {
  const { t } = useText()
  const form = useSignal({ username: user?.username ?? '', post: user?.post ?? '', roles: (user?.roles ?? []) as Role[], area: user?.area_code ?? '', subject: user?.oidc_subject ?? '' })
  const problem = useSignal<Problem | null>(null)
  const busy = useSignal(false)
  const set = (patch: Partial<typeof form.value>) => (form.value = { ...form.value, ...patch })
  const attempt = async <T,>(call: Promise<Answer<T>>, then: (value: T) => void) => {
    busy.value = true
    const answer = await call
    busy.value = false
    problem.value = answer.ok ? null : answer.problem
    if (answer.ok) then(answer.value)
  }
  const said = (text: string) => () => {
    app.toasts.say(text)
    onDone(null)
  }
  const save = () => {
    const { username, post, roles, area, subject } = form.value
    const rights = { post, roles, area_code: area.trim() || null }
    if (user === null) return attempt(app.admin.users.add({ username, ...rights }), ({ password }) => onDone({ username, password }))
    const link = (subject.trim() || null) === user.oidc_subject ? {} : { oidc_subject: subject.trim() || null }
    const changed = {
      ...(post !== user.post && { post }),
      ...(roles.join() !== user.roles.join() && { roles }),
      ...(rights.area_code !== user.area_code && { area_code: rights.area_code }),
      ...link,
    }
    if (Object.keys(changed).length === 0) return onDone(null)
    return attempt(app.admin.users.change(user, changed), said(t.admin.saved(user.username)))
  }
  const roles = ROLES.map((value) => ({ value, text: t.role[value] }))
  return (
    <form class="admin-form" onSubmit={(event) => { event.preventDefault(); void save() }}>
      <div class="two">
        {user === null
          ? <TextField label={t.admin.username} value={form.value.username} hint={t.admin.usernameHint} onInput={(username) => set({ username })} />
          : <div class="field"><span class="label">{t.admin.username}</span><span class="mono">{user.username}</span></div>}
        <TextField label={t.admin.post} value={form.value.post} hint={t.admin.postHint} onInput={(post) => set({ post })} />
      </div>
      <CheckList legend={t.admin.roles} options={roles} value={form.value.roles} onChange={(value) => set({ roles: ROLES.filter((role) => value.includes(role)) })} />
      <AreaField app={app} value={form.value.area} onChange={(area) => set({ area })} />
      {user !== null && app.status.current.value?.single_sign_on === true && (
        <TextField label={t.admin.subject} value={form.value.subject} hint={t.admin.subjectHint} onInput={(subject) => set({ subject })} />
      )}
      {user !== null && <p class="note">{t.admin.rightsNote}</p>}
      <ProblemNote problem={problem.value} />
      <div class="bar">
        <button type="submit" class="button primary" disabled={busy.value || form.value.username === '' || form.value.post.trim() === ''}>{user === null ? t.admin.add : t.admin.save}</button>
        <button type="button" class="button" onClick={() => onDone(null)}>{t.admin.back}</button>
        {user !== null && (
          <>
            <span class="grow" />
            {!user.demo && <button type="button" class="button" disabled={busy.value} onClick={() => void attempt(app.admin.users.resetPassword(user.username), ({ password }) => onDone({ username: user.username, password }))}>{t.admin.resetPassword}</button>}
            <button type="button" class="button" disabled={busy.value || user.sessions === 0} onClick={() => void attempt(app.admin.users.signOut(user.username), said(t.admin.signedOut(user.username)))}>{t.admin.signOut}</button>
            <button type="button" class={user.disabled ? 'button' : 'button danger'} disabled={busy.value} onClick={() => void attempt(app.admin.users.change(user, { disabled: !user.disabled }), said(t.admin.saved(user.username)))}>{user.disabled ? t.admin.enable : t.admin.disable}</button>
          </>
        )}
      </div>
    </form>
  )
}

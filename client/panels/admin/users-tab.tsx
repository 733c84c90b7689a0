import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Problem } from '#shared/schema/problem.ts'
import type { User } from '#shared/schema/user.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SecretNote } from './secret-note.tsx'
import { UserForm } from './user-form.tsx'

type Secret = { username: string; password: string }

/** Every user with what they may do and where; one is opened to be changed. */
export function UsersTab({ app }: { app: App }) {
  const { t, lang } = useText()
  const users = useSignal<readonly User[]>([])
  const open = useSignal<User | 'new' | null>(null)
  const problem = useSignal<Problem | null>(null)
  const secret = useSignal<Secret | null>(null)
  const load = async () => {
    const answer = await app.admin.users.list()
    if (answer.ok) users.value = answer.value.items
    problem.value = answer.ok ? null : answer.problem
  }
  useEffect(() => void load(), [])
  const settle = async (made: Secret | null) => {
    secret.value = made
    open.value = null
    await load()
  }
  if (open.value !== null) return <UserForm app={app} user={open.value === 'new' ? null : open.value} onDone={(made) => void settle(made)} />
  return (
    <>
      {secret.value && <SecretNote label={t.admin.passwordOnce(secret.value.username)} secret={secret.value.password} />}
      <ProblemNote problem={problem.value} />
      <div class="bar"><button type="button" class="button primary" onClick={() => { secret.value = null; open.value = 'new' }}>{t.admin.add}</button></div>
      <div class="table-scroll">
        <table class="table">
          <thead><tr><th>{t.admin.username}</th><th>{t.admin.post}</th><th>{t.admin.roles}</th><th>{t.admin.area}</th><th>{t.admin.state}</th><th /></tr></thead>
          <tbody>
            {users.value.map((user) => (
              <tr key={user.id} class={user.disabled ? 'off' : ''}>
                <td class="mono">{user.username}</td>
                <td>{inLang(lang, user.post)}</td>
                <td>{user.roles.map((role) => t.role[role]).join(' · ') || t.admin.noRoles}</td>
                <td>{user.area_name ?? t.admin.everywhere}</td>
                <td>
                  {user.disabled ? <span class="badge">{t.admin.disabled}</span> : <span class="muted">{t.admin.sessions(user.sessions)}</span>}
                  {user.demo && <span class="badge warn">{t.admin.demo}</span>}
                </td>
                <td><button type="button" class="button small" aria-label={`${t.admin.edit} ${user.username}`} onClick={() => { secret.value = null; open.value = user }}>{t.admin.edit}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

import { useSignal } from '@preact/signals'
import { inLang } from '../i18n/in-lang.ts'
import { useText } from '../i18n/use-text.ts'
import type { App } from '../state/create-app.ts'
import { Icon } from '../ui/icon.tsx'

/** Sign in, or who is signed in and the way out. */
export function SessionMenu({ app: { admin, session, dialogs, toasts } }: { app: Pick<App, 'admin' | 'session' | 'dialogs' | 'toasts'> }) {
  const { t, lang } = useText()
  const open = useSignal(false)
  const user = session.user.value
  if (!user) return <button type="button" class="button primary" onClick={() => dialogs.show('sign-in')}>{t.top.signIn}</button>
  const leave = async () => {
    open.value = false
    const problem = await session.signOut()
    if (problem) toasts.refuse(problem)
    else toasts.say(t.signIn.bye)
  }
  const show = (name: 'admin' | 'password') => {
    open.value = false
    dialogs.show(name)
  }
  const leaveEverywhere = async () => {
    open.value = false
    const answer = await admin.own.signOutEverywhere()
    if (!answer.ok) return toasts.refuse(answer.problem)
    session.user.value = null
    toasts.say(t.signIn.bye)
  }
  return (
    <div class="menu" onKeyDown={(event) => { if (event.key === 'Escape' && open.value) { event.stopPropagation(); open.value = false } }}>
      <button type="button" class="button" aria-expanded={open.value} onClick={() => (open.value = !open.value)}><Icon name="user" />{inLang(lang, user.post)}</button>
      {open.value && (
        <div class="items">
          <div class="who">
            <strong>{inLang(lang, user.post)}</strong>
            {user.roles.map((role) => t.role[role]).join(' · ')}
            <div>{t.top.jurisdiction(user.area_name ?? t.top.everywhere)}</div>
          </div>
          {session.canAudit.value && <button type="button" class="button quiet" onClick={() => show('admin')}>{session.canAdminister.value ? t.admin.menu : t.admin.auditMenu}</button>}
          {!user.username.startsWith('demo-') && <button type="button" class="button quiet" onClick={() => show('password')}>{t.admin.passwordTitle}</button>}
          <button type="button" class="button quiet" onClick={() => void leaveEverywhere()}>{t.admin.everywhereOut}</button>
          <button type="button" class="button quiet" onClick={() => void leave()}>{t.top.signOut}</button>
        </div>
      )}
    </div>
  )
}

import { useSignal } from '@preact/signals'
import type { Problem } from '#shared/schema/problem.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Sign in with a post, or with one click while only the demo is loaded, and why that is offered. */
export function SignInDialog({ app: { session, dialogs, toasts, status } }: { app: Pick<App, 'session' | 'dialogs' | 'toasts' | 'status'> }) {
  const { t, lang } = useText()
  const username = useSignal('')
  const password = useSignal('')
  const problem = useSignal<Problem | null>(null)
  const busy = useSignal(false)
  const demos = status.current.value?.demo_accounts ?? []
  const settle = async (attempt: Promise<Problem | null>) => {
    busy.value = true
    problem.value = await attempt
    busy.value = false
    if (problem.value) return
    if (session.user.value?.must_change_password === true) return
    dialogs.close()
    toasts.say(t.signIn.welcome(inLang(lang, session.user.value?.post ?? '')))
  }
  const footer = <button type="submit" class="button primary" disabled={busy.value || username.value === '' || password.value === ''}>{t.signIn.submit}</button>
  return (
    <Dialog title={t.signIn.title} closeText={t.close} onClose={dialogs.close} footer={footer} onSubmit={() => void settle(session.signIn(username.value, password.value))}>
      {status.current.value?.single_sign_on === true && (
        <div class="sso"><a class="button primary wide" href="/api/session/oidc">{t.admin.sso}</a><span class="muted">{t.admin.ssoOr}</span></div>
      )}
      <TextField label={t.signIn.username} value={username.value} autocomplete="username" onInput={(value) => (username.value = value)} />
      <TextField label={t.signIn.password} value={password.value} type="password" autocomplete="current-password" onInput={(value) => (password.value = value)} />
      <ProblemNote problem={problem.value} />
      {demos.length > 0 && (
        <section class="demo-accounts">
          <h3>{t.signIn.demoTitle}</h3>
          <div class="grid">
            {demos.map((demo) => <button key={demo.username} type="button" class="button" disabled={busy.value} onClick={() => void settle(session.signInDemo(demo.username))}>{inLang(lang, demo.post)}</button>)}
          </div>
          <p class="muted">{t.signIn.demoWhy}</p>
        </section>
      )}
    </Dialog>
  )
}

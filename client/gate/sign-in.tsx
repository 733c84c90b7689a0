import { useSignal, useSignalEffect } from '@preact/signals'
import type { Problem } from '#shared/schema/problem.ts'
import type { SessionUser } from '#shared/schema/session.ts'
import type { Status } from '#shared/schema/status.ts'
import type { Request } from '../api/request.ts'
import { inLang } from '../i18n/in-lang.ts'
import { useText } from '../i18n/use-text.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { GateDuty } from './create-gate-duty.ts'

/** Signing in, on the page itself; what waits is sent once it has succeeded. */
export function SignIn({ duty, request }: { duty: GateDuty; request: Request }) {
  const { t, lang } = useText()
  const username = useSignal('')
  const password = useSignal('')
  const problem = useSignal<Problem | null>(null)
  const offers = useSignal<Pick<Status, 'demo_accounts' | 'single_sign_on'>>({ demo_accounts: [], single_sign_on: false })
  useSignalEffect(() => {
    void request<Status>('GET', '/api/status').then((answer) => {
      if (answer.ok) offers.value = answer.value
    })
  })
  const settle = async (path: string, body: object) => {
    const answer = await request<SessionUser>('POST', path, { body })
    problem.value = answer.ok ? null : answer.problem
    if (answer.ok) await duty.renew()
  }
  const demos = offers.value.demo_accounts ?? []
  return (
    <form class="sign-in" onSubmit={(event) => { event.preventDefault(); void settle('/api/session', { username: username.value, password: password.value }) }}>
      <h2>{t.gate.page.signIn}</h2>
      {offers.value.single_sign_on === true && <a class="button wide" href="/api/session/oidc">{t.admin.sso}</a>}
      <TextField label={t.signIn.username} value={username.value} autocomplete="username" onInput={(value) => (username.value = value)} />
      <TextField label={t.signIn.password} value={password.value} type="password" autocomplete="current-password" onInput={(value) => (password.value = value)} />
      <ProblemNote problem={problem.value} />
      <button type="submit" class="button primary wide" disabled={username.value === '' || password.value === ''}>{t.signIn.submit}</button>
      {demos.length > 0 && (
        <div class="demos">
          <span class="muted">{t.signIn.demoTitle}</span>
          {demos.map((demo) => <button key={demo.username} type="button" class="button" onClick={() => void settle('/api/session/demo', { username: demo.username })}>{inLang(lang, demo.post)}</button>)}
        </div>
      )}
    </form>
  )
}

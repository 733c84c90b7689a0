import { useSignal } from '@preact/signals'
import type { Problem } from '#shared/schema/problem.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** One's own password: this session goes on, all others end. A one-time password is changed here before anything else; the way out is to sign out. */
export function PasswordDialog({ app: { admin, session, dialogs, toasts } }: { app: Pick<App, 'admin' | 'session' | 'dialogs' | 'toasts'> }) {
  const { t } = useText()
  const form = useSignal({ current: '', next: '' })
  const problem = useSignal<Problem | null>(null)
  const change = async () => {
    const answer = await admin.own.changePassword(form.value)
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok) return
    session.user.value = answer.value
    dialogs.close()
    toasts.say(t.admin.passwordChanged)
  }
  const { current, next } = form.value
  const must = session.user.value?.must_change_password === true
  const close = () => {
    dialogs.close()
    if (must) void session.signOut()
  }
  const footer = <button type="submit" class="button primary" disabled={current === '' || next.length < 12}>{t.admin.save}</button>
  return (
    <Dialog title={t.admin.passwordTitle} closeText={t.close} onClose={close} footer={footer} onSubmit={() => void change()}>
      {must && <p>{t.admin.passwordMust}</p>}
      <TextField label={must ? t.admin.oneTimePassword : t.admin.currentPassword} type="password" autocomplete="current-password" value={current} onInput={(value) => (form.value = { ...form.value, current: value })} />
      <TextField label={t.admin.nextPassword} type="password" autocomplete="new-password" hint={t.admin.nextPasswordHint} value={next} onInput={(value) => (form.value = { ...form.value, next: value })} />
      <ProblemNote problem={problem.value} />
    </Dialog>
  )
}

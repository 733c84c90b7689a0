import { useSignal } from '@preact/signals'
import type { Problem } from '#shared/schema/problem.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { CutOff } from '../details/cut-off.tsx'

/** Before a checkpoint is withdrawn: whom that cuts off. */
export function WithdrawDialog({ app }: { app: Pick<App, 'dialogs' | 'checkpoints' | 'selection' | 'toasts' | 'cutOff' | 'camera'> }) {
  const { checkpoints, dialogs, selection, toasts } = app
  const { t, lang } = useText()
  const problem = useSignal<Problem | null>(null)
  const chosen = selection.current.value
  const gate = chosen?.type === 'checkpoint' ? checkpoints.get(chosen.id) : undefined
  if (!gate) return null
  const withdraw = async () => {
    const answer = await checkpoints.withdraw(gate)
    if (!answer.ok) return void (problem.value = answer.problem)
    dialogs.close()
    toasts.say(t.gates.withdrawn)
  }
  const footer = (
    <>
      <button type="button" class="button" onClick={dialogs.close}>{t.cancel}</button>
      <button type="submit" class="button danger">{t.gates.withdraw}</button>
    </>
  )
  return (
    <Dialog title={t.gates.withdrawTitle} closeText={t.close} onClose={dialogs.close} footer={footer} onSubmit={() => void withdraw()}>
      <p><strong>{nameIn(lang, gate.properties)}</strong> <span class="muted">{t.tier[gate.properties.tier]}</span></p>
      <CutOff app={app} />
      <ProblemNote problem={problem.value} />
    </Dialog>
  )
}

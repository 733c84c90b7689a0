import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'

export function ShortcutsDialog({ app: { dialogs } }: { app: Pick<App, 'dialogs'> }) {
  const { t } = useText()
  const rows = [
    ['/', t.shortcuts.search], ['N', t.shortcuts.newZone], ['L', t.shortcuts.legend], ['T', t.time.timeline], ['D', t.shortcuts.theme], ['E', t.shortcuts.language],
    ['Esc', t.shortcuts.escape], ['Ctrl Z', t.shortcuts.undo], ['?', t.shortcuts.help],
  ] as const
  return (
    <Dialog title={t.shortcuts.title} closeText={t.close} onClose={dialogs.close}>
      <dl class="shortcuts">
        {rows.map(([keys, what]) => [<dt key={keys}>{keys.split(' ').map((key) => <kbd key={key} class="kbd">{key}</kbd>)}</dt>, <dd key={what}>{what}</dd>])}
      </dl>
    </Dialog>
  )
}

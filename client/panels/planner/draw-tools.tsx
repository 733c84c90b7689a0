import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'

/** Drawing the ground by hand; undo goes from one finished change to the one before. */
export function DrawTools({ app: { tool, planner } }: { app: Pick<App, 'tool' | 'planner'> }) {
  const { t } = useText()
  const { ground } = planner
  const { past, present, future } = ground.history.value
  const none = present.length === 0
  return (
    <div class="tool-row" role="toolbar" aria-label={t.planner.ground.drawn}>
      {(['draw', 'hole', 'edit', 'erase'] as const).map((type) => (
        <button key={type} type="button" class="button small" aria-pressed={tool.active.value?.type === type} disabled={type !== 'draw' && none} onClick={() => tool.toggle({ type })}>
          <Icon name={type} />{t.planner.tools[type]}
        </button>
      ))}
      <button type="button" class="button small" disabled={past.length === 0} onClick={ground.undo}><Icon name="undo" />{t.planner.tools.undo}</button>
      <button type="button" class="button small" disabled={future.length === 0} onClick={ground.redo}><Icon name="redo" />{t.planner.tools.redo}</button>
    </div>
  )
}

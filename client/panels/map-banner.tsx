import { useText } from '../i18n/use-text.ts'
import type { App } from '../state/create-app.ts'

/** What the tool in hand expects, and the way out of it. */
export function MapBanner({ app: { tool } }: { app: Pick<App, 'tool'> }) {
  const { t } = useText()
  const active = tool.active.value
  if (!active) return null
  const text = active.type === 'pick' ? t.planner.banner.pick(t.level[active.level]) : t.planner.banner[active.type]
  return (
    <div class="map-banner" role="status">
      <span>{text}</span>
      <button type="button" class="button small" onClick={tool.drop}>{t.planner.tools.done} <kbd>Esc</kbd></button>
    </div>
  )
}

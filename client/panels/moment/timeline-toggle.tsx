import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'

/** Opens and closes the time line. */
export function TimelineToggle({ app: { moment, planner } }: { app: Pick<App, 'moment' | 'planner'> }) {
  const { t } = useText()
  if (planner.planning.value || moment.open.value) return null
  return (
    <button type="button" class="button timeline-toggle" onClick={() => (moment.open.value = true)}>
      <Icon name="clock" />{t.time.timeline}
    </button>
  )
}

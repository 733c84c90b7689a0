import type { ComponentChildren } from 'preact'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'

/** Opens the evidence sheet of a place ([lng, lat] in degrees) at the moment looked at, on a page of its own. */
export function EvidenceLink({ app: { moment }, at, children }: { app: Pick<App, 'moment'>; at: readonly [number, number]; children?: ComponentChildren }) {
  const { t } = useText()
  const asked = new URLSearchParams({ lng: at[0].toFixed(7), lat: at[1].toFixed(7), ...moment.asked.value })
  return (
    <section class="section tool-row record-links">
      <a class="button" href={`/evidence#${asked.toString()}`} target="_blank" rel="noopener"><Icon name="sheet" />{t.time.evidence}</a>
      {children}
    </section>
  )
}

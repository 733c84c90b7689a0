import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useText } from '../i18n/use-text.ts'
import type { App } from '../state/create-app.ts'
import { MapBanner } from './map-banner.tsx'
import { MapCredits } from './map-credits.tsx'

/** The place of the map; what mounts it comes from the composition root, so panels know nothing of map libraries. */
export function MapCell({ app, mount, legend }: { app: App; mount: (container: HTMLElement) => () => void; legend: ComponentChildren }) {
  const { t } = useText()
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => (container.current ? mount(container.current) : undefined), [mount])
  const status = app.status.current.value
  const noZones = app.zones.loaded.value && app.zones.all.value.size === 0
  const empty = status?.bounds === null ? t.map.empty : noZones ? t.map.noZones : null
  return (
    <main class="map-cell">
      <div id="map" ref={container} />
      <MapBanner app={app} />
      {empty !== null && !app.tool.active.value && <p class="map-empty">{empty}</p>}
      <div class="map-tools legend-at">{legend}</div>
      <MapCredits app={app} />
    </main>
  )
}

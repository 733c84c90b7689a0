import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useText } from '../i18n/use-text.ts'
import type { App } from '../state/create-app.ts'
import { MapBanner } from './map-banner.tsx'
import { MomentBanner } from './moment/moment-banner.tsx'
import { Timeline } from './moment/timeline.tsx'
import { TimelineToggle } from './moment/timeline-toggle.tsx'
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
      <div class="map-stage">
      <div id="map" ref={container} />
      <MapBanner app={app} />
      <MomentBanner app={app} />
      {empty !== null && !app.tool.active.value && !app.moment.at.value && <p class="map-empty">{empty}</p>}
      <div class="map-tools legend-at">{legend}<TimelineToggle app={app} /></div>
      <MapCredits app={app} />
      </div>
      <Timeline app={app} />
    </main>
  )
}

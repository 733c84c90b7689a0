import { effect } from '@preact/signals-core'
import type { Map } from 'maplibre-gl'
import type { App } from '../../state/create-app.ts'
import { fit } from '../fit.ts'

/** The map tells where it looks and goes where it is wished to. */
export function bindCamera(map: Map, { camera, legendOpen }: Pick<App, 'camera' | 'legendOpen'>): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const tell = () => {
    const { lng, lat } = map.getCenter()
    camera.view.value = { zoom: map.getZoom(), lng, lat }
  }
  effect(() => {
    const wish = camera.wish.value
    if (!wish) return
    fit(map, wish, { still: still || camera.view.peek() === null, legendOpen: legendOpen.peek() })
    if (camera.view.peek() === null) tell()
  })
  map.on('moveend', tell)
}

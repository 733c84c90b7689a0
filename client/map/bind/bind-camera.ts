import { effect } from '@preact/signals-core'
import type { Map } from 'maplibre-gl'
import type { Camera } from '../../state/camera.ts'
import { fit } from '../fit.ts'

/** The map tells where it looks and goes where it is wished to. */
export function bindCamera(map: Map, camera: Camera): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const tell = () => {
    const { lng, lat } = map.getCenter()
    camera.view.value = { zoom: map.getZoom(), lng, lat }
  }
  effect(() => {
    const wish = camera.wish.value
    if (!wish) return
    fit(map, wish, still || camera.view.peek() === null)
    if (camera.view.peek() === null) tell()
  })
  map.on('moveend', tell)
}

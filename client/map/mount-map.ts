import { computed } from '@preact/signals-core'
import type { Map } from 'maplibre-gl'
import type { App } from '../state/create-app.ts'
import { bindBasemap } from './bind/bind-basemap.ts'
import { bindCamera } from './bind/bind-camera.ts'
import { bindDrafting } from './bind/bind-drafting.ts'
import { bindGateDrag } from './bind/bind-gate-drag.ts'
import { bindLook } from './bind/bind-look.ts'
import { bindOperations } from './bind/bind-operations.ts'
import { bindPointer } from './bind/bind-pointer.ts'
import { bindRing } from './bind/bind-ring.ts'
import { bindRetry } from './bind/bind-retry.ts'
import { bindReview } from './bind/bind-review.ts'
import { bindZones } from './bind/bind-zones.ts'
import { createMap } from './create-map.ts'
import { lookOf } from './look-of.ts'

/**
 * Puts the map into an element and ties it to the state. A `map-ready` event with the map as its detail bubbles from
 * the element once everything is bound, for whoever else works on the map (drawing, tests).
 */
export function mountMap(container: HTMLElement, app: App): Map {
  const look = computed(() => lookOf(app))
  const map = createMap(container, look.peek())
  bindRetry(map)
  bindCamera(map, app)
  map.once('load', () => {
    bindLook(map, () => look.value)
    bindZones(map, app)
    bindOperations(map, { ...app, lang: () => app.settings.lang.value })
    bindRing(map, app)
    bindDrafting(map, app)
    bindReview(map, app)
    bindPointer(map, app)
    bindGateDrag(map, app)
    bindBasemap(map, app.groundVersion)
    container.dispatchEvent(new CustomEvent<Map>('map-ready', { detail: map, bubbles: true }))
  })
  return map
}

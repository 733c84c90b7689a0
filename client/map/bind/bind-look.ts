import { effect } from '@preact/signals-core'
import type { Map } from 'maplibre-gl'
import type { Look } from '../look.ts'
import { restyle } from '../restyle.ts'

/** Theme and language of the map follow the page. */
export function bindLook(map: Map, look: () => Look): void {
  let before = look()
  effect(() => {
    const after = look()
    if (after !== before) restyle(map, before, after)
    map.getCanvas().setAttribute('aria-label', after.t.map.label)
    before = after
  })
}

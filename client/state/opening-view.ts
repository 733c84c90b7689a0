import { effect } from '@preact/signals-core'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { App } from './create-app.ts'

/** Where the address of the page names no place, the zone or gate that it names is shown, and until it is known the district whole. */
export function openingView({ camera, selection, status, zones, checkpoints }: Pick<App, 'camera' | 'selection' | 'status' | 'zones' | 'checkpoints'>): void {
  if (camera.wish.peek() !== null) return
  const named = selection.current.peek()
  effect(() => {
    const bounds = status.current.value?.bounds
    if (bounds && camera.wish.peek() === null) camera.fit(bounds, { maxZoom: 13, besidePanel: false })
  })
  let shown = named === null
  effect(() => {
    if (shown) return
    const zone = named?.type === 'zone' ? zones.all.value.get(named.id) : undefined
    const gate = named?.type === 'checkpoint' ? checkpoints.all.value.find(({ properties }) => properties.id === named.id) : undefined
    shown = zone !== undefined || gate !== undefined
    if (zone) camera.fit(boundsOf(zone.geometry))
    if (gate) camera.flyTo([gate.geometry.coordinates[0]!, gate.geometry.coordinates[1]!])
  })
}

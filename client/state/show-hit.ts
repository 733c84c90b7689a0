import type { SearchHit } from '#shared/schema/search-hit.ts'
import type { App } from './create-app.ts'

/** Goes to what was found: zones and gates open, anything else gets a pin and the word whether it is in a zone. */
export function showHit({ selection, camera, zones, checkpoints }: Pick<App, 'selection' | 'camera' | 'zones' | 'checkpoints'>, hit: SearchHit): void {
  const at: [number, number] = [hit.lng, hit.lat]
  if (hit.type === 'zone' && zones.get(hit.id)) {
    selection.select({ type: 'zone', id: hit.id })
    camera.flyTo(at, 13)
  } else if (hit.type === 'checkpoint' && checkpoints.get(Number(hit.id))) {
    selection.select({ type: 'checkpoint', id: Number(hit.id) })
    camera.flyTo(at, 16)
  } else {
    selection.select({ type: 'point', at, hit })
    camera.flyTo(at, hit.type === 'area' ? 14 : 16.5)
  }
}

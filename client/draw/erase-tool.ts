import type { Map, MapMouseEvent } from 'maplibre-gl'
import { containsPoint } from '#shared/geometry/contains-point.ts'
import type { DrawingContext, DrawingTool } from './drawing-context.ts'
import { eraseRing, type RingRef, type Sketch } from '../state/sketch.ts'

/** The ring under a place, [lng, lat]: a hole before the part that it is cut from; null outside everything drawn. */
export function ringAt(sketch: Sketch, lng: number, lat: number): RingRef | null {
  for (const [part, rings] of sketch.entries())
    for (let ring = rings.length - 1; ring >= 0; ring--)
      if (containsPoint({ type: 'Polygon', coordinates: [rings[ring]!] }, lng, lat)) return { part, ring }
  return null
}

/** A click deletes the part, or the hole, that it falls into. */
export function startErasing(map: Map, { ground, done }: DrawingContext): DrawingTool {
  const onClick = ({ lngLat }: MapMouseEvent) => {
    const ref = ringAt(ground.history.peek().present, lngLat.lng, lngLat.lat)
    if (!ref) return
    ground.commit(eraseRing(ground.history.peek().present, ref))
    if (ground.history.peek().present.length === 0) done()
  }
  map.on('click', onClick)
  return { stop: () => void map.off('click', onClick) }
}

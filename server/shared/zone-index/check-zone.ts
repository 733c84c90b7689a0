import type { Position } from 'geojson'
import type { IndexedZone } from './indexed-zone.ts'
import { rankOfKind } from './strictness.ts'

/** Number of vertices of a zone. A RangeError names the kind, or the zone, the ring and the fault: nothing is mended. */
export function checkZone({ id, kind, geometry }: IndexedZone): number {
  rankOfKind(kind)
  let vertices = 0
  let number = 0
  for (const polygon of geometry.coordinates) {
    for (const ring of polygon) {
      const fault = faultOf(ring)
      if (fault) throw new RangeError(`zone ${id}, ring ${number}: ${fault}`)
      vertices += ring.length
      number += 1
    }
  }
  if (vertices === 0) throw new RangeError(`zone ${id} has no rings: a zone must cover something`)
  return vertices
}

function faultOf(ring: readonly Position[]): string | null {
  if (ring.length < 4) return `${ring.length} positions, at least 4 needed`
  for (let i = 0; i < ring.length; i++) {
    const position = ring[i]!
    if (!(Math.abs(position[0]!) <= 180 && Math.abs(position[1]!) <= 90)) {
      return `[${position[0]}, ${position[1]}] is not a longitude and latitude in degrees`
    }
  }
  const first = ring[0]!
  const last = ring[ring.length - 1]!
  if (first[0] !== last[0] || first[1] !== last[1]) return 'not closed, its last position must equal its first'
  return null
}

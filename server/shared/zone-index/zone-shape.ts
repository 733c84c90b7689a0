import type { IndexedZone } from './indexed-zone.ts'

/** A zone's rings in one array: x, y interleaved, ring i ending before vertex `ringEnds[i]`, and its bounds. */
export type ZoneShape = {
  coordinates: Float64Array
  ringEnds: number[]
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** Flattens a zone's MultiPolygon. A RangeError names the zone, the ring and the fault: nothing is mended. */
export function toZoneShape(zone: IndexedZone): ZoneShape {
  const rings = zone.geometry.coordinates.flat()
  if (rings.length === 0) throw new RangeError(`zone ${zone.id} has no rings: a zone must cover something`)
  const ringEnds: number[] = []
  let vertices = 0
  for (const ring of rings) ringEnds.push((vertices += ring.length))
  const shape = { coordinates: new Float64Array(2 * vertices), ringEnds, minX: 180, minY: 90, maxX: -180, maxY: -90 }
  let at = 0
  for (const [r, ring] of rings.entries()) {
    if (ring.length < 4) throw new RangeError(`zone ${zone.id}, ring ${r}: ${ring.length} positions, at least 4 needed`)
    for (const [x = Number.NaN, y = Number.NaN] of ring) {
      if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
        throw new RangeError(`zone ${zone.id}, ring ${r}: [${x}, ${y}] is not a longitude and latitude in degrees`)
      }
      shape.coordinates[at++] = x
      shape.coordinates[at++] = y
      shape.minX = Math.min(shape.minX, x)
      shape.maxX = Math.max(shape.maxX, x)
      shape.minY = Math.min(shape.minY, y)
      shape.maxY = Math.max(shape.maxY, y)
    }
    const [first, last] = [ring[0]!, ring[ring.length - 1]!]
    if (first[0] !== last[0] || first[1] !== last[1]) {
      throw new RangeError(`zone ${zone.id}, ring ${r} is not closed: its last position must equal its first`)
    }
  }
  return shape
}

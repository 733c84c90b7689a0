import type { Position } from 'geojson'
import type { IndexedZone } from './indexed-zone.ts'

export function countVertices({ geometry }: IndexedZone): number {
  let vertices = 0
  for (const polygon of geometry.coordinates) for (const ring of polygon) vertices += ring.length
  return vertices
}

/**
 * Writes a zone's vertices, x, y interleaved, into `coordinates` from vertex `first` on, and its west, south, east and
 * north into `bounds` from `b` on. Returns before which vertex each ring ends. A RangeError names the zone, the ring
 * and the fault: nothing is mended.
 */
export function writeRings(
  { id, geometry }: IndexedZone,
  coordinates: Float64Array,
  first: number,
  bounds: Float64Array,
  b: number,
): number[] {
  const ends: number[] = []
  bounds.fill(Infinity, b, b + 2).fill(-Infinity, b + 2, b + 4)
  let at = first
  for (const polygon of geometry.coordinates) {
    for (const ring of polygon) {
      const fault = writeRing(ring, coordinates, at, bounds, b)
      if (fault) throw new RangeError(`zone ${id}, ring ${ends.length}: ${fault}`)
      at += ring.length
      ends.push(at)
    }
  }
  if (ends.length === 0) throw new RangeError(`zone ${id} has no rings: a zone must cover something`)
  return ends
}

function writeRing(
  ring: readonly Position[],
  coordinates: Float64Array,
  first: number,
  bounds: Float64Array,
  b: number,
): string | null {
  if (ring.length < 4) return `${ring.length} positions, at least 4 needed`
  let west = bounds[b]!
  let south = bounds[b + 1]!
  let east = bounds[b + 2]!
  let north = bounds[b + 3]!
  let at = 2 * first
  for (let i = 0; i < ring.length; i++) {
    const position = ring[i]!
    const x = position[0]!
    const y = position[1]!
    if (!(x >= -180 && x <= 180 && y >= -90 && y <= 90)) return `[${x}, ${y}] is not a longitude and latitude in degrees`
    coordinates[at++] = x
    coordinates[at++] = y
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  if (coordinates[2 * first] !== coordinates[at - 2] || coordinates[2 * first + 1] !== coordinates[at - 1]) {
    return 'not closed, its last position must equal its first'
  }
  bounds[b] = west
  bounds[b + 1] = south
  bounds[b + 2] = east
  bounds[b + 3] = north
  return null
}

import type { Position } from 'geojson'
import type { IndexedKind, IndexedZone } from '#shared/zone-index/indexed-zone.ts'

const KINDS: readonly IndexedKind[] = ['sealed', 'controlled', 'precaution']

/**
 * Zones laid out to be hard round a place: neighbours with a common edge, rings that touch in a vertex or in the
 * middle of an edge, holes, islands in holes, slivers, long edges over many small zones, level and upright edges, and
 * the three kinds nested. Some coordinates are dyadic, so that points halfway along an edge are exactly on it.
 */
export function adversarialZones(random: () => number, [lng, lat]: readonly [number, number]): IndexedZone[] {
  const zones: IndexedZone[] = []
  const add = (...polygons: Position[][][]) => {
    const kind = KINDS[Math.floor(3 * random())]!
    zones.push({ id: `z${zones.length}`, kind, geometry: { type: 'MultiPolygon', coordinates: polygons } })
  }
  const unit = 2 ** -10
  for (let column = 0; column < 6; column++) {
    for (let row = 0; row < 6; row++) {
      const [x, y] = [lng + 16 * column * unit, lat + 16 * row * unit]
      add([box(x, y, 16 * unit, 16 * unit)])
      const hole = box(x + 4 * unit, y + 4 * unit, 8 * unit, 8 * unit).reverse()
      const island = box(x + 6 * unit, y + 6 * unit, 4 * unit, 4 * unit)
      if ((row + column) % 2 === 0) add([box(x + 2 * unit, y + 2 * unit, 12 * unit, 12 * unit), hole], [island])
      else add([diamond(x + 8 * unit, y + 8 * unit, 8 * unit), diamond(x + 8 * unit, y + 8 * unit, 3 * unit).reverse()])
    }
  }
  // A hole whose corner touches the middle of its outer ring's edge, and two parts that touch in a vertex.
  const [x, y] = [lng + 128 * unit, lat]
  add([box(x, y, 32 * unit, 32 * unit), [[x, y + 16 * unit], [x + 9 * unit, y + 20 * unit], [x + 8 * unit, y + 9 * unit], [x, y + 16 * unit]]])
  add([box(x, y + 40 * unit, 8 * unit, 8 * unit)], [box(x + 8 * unit, y + 48 * unit, 8 * unit, 8 * unit)])
  for (let i = 0; i < 30; i++) add([star(random, lng + 0.2 * random(), lat + 0.2 * random(), 0.001 + 0.05 * random())])
  for (let i = 0; i < 6; i++) add([sliver(random, lng, lat)])
  add([box(lng - 0.5, lat - 0.5, 2, 2), box(lng + 0.01, lat + 0.01, 0.1, 0.1).reverse()])
  return zones
}

function box(x: number, y: number, width: number, height: number): Position[] {
  return [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]
}

function diamond(x: number, y: number, reach: number): Position[] {
  return [[x, y - reach], [x + reach, y], [x, y + reach], [x - reach, y], [x, y - reach]]
}

function star(random: () => number, x: number, y: number, radius: number): Position[] {
  const count = 5 + Math.floor(120 * random())
  const ring: Position[] = Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count
    const reach = radius * (0.2 + 0.8 * random())
    return [round(x + reach * Math.cos(angle)), round(y + reach * Math.sin(angle))]
  })
  return [...ring, [...ring[0]!]]
}

// A triangle a ten-millionth of a degree thick across the whole place.
function sliver(random: () => number, x: number, y: number): Position[] {
  const [a, b] = [round(y + 0.2 * random()), round(y + 0.2 * random())]
  const [west, east] = [round(x - 0.1), round(x + 0.3)]
  return [[west, a], [east, b], [east, round(b + 1e-7)], [west, a]]
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

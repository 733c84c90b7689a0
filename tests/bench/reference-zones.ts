import type { IndexedKind, IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import { seededRandom } from './random.ts'

/** Where a reference set lies: a box of 100 × 100 km, or a country. [west, south, east, north] in degrees. */
export const REFERENCE_EXTENTS = {
  box: [109, 34, 110.0918, 34.9015],
  country: [73, 18, 135, 54],
} as const

export type ReferenceExtent = keyof typeof REFERENCE_EXTENTS

const VERTICES = 64
const HOLE_VERTICES = 16
const METRES_PER_DEGREE = 110_900

/**
 * The zones every benchmark runs on, the same for the same seed. Of five zones one is a township (precaution, 3–8 km
 * across) and four are compounds of 100–400 m inside it: a controlled one with a sealed one nested in it, and another
 * of each kind elsewhere in the township. Each has 64 vertices; in one of ten, 16 of them form a hole.
 * Positions are [lng, lat] in EPSG:4326 with 7 decimals.
 */
export function referenceZones(count: number, extent: ReferenceExtent, seed = 1): IndexedZone[] {
  const random = seededRandom(seed)
  const [west, south, east, north] = REFERENCE_EXTENTS[extent]
  const zones: IndexedZone[] = []
  let township = { x: 0, y: 0, radius: 0 }
  let controlled = township
  for (let i = 0; i < count; i++) {
    const place = i % 5
    let kind: IndexedKind = 'sealed'
    let circle
    if (place === 0) {
      kind = 'precaution'
      const radius = metres(1500 + 2500 * random())
      circle = { x: inset(west, east, 2 * radius), y: inset(south, north, radius), radius }
      township = circle
    } else if (place === 1 || place === 4) {
      kind = 'controlled'
      circle = within(township, metres(120 + 80 * random()))
      controlled = circle
    } else if (place === 2) {
      circle = within(controlled, metres(50 + 50 * random()))
    } else {
      circle = within(township, metres(50 + 150 * random()))
    }
    const hasHole = random() < 0.1
    const rings = [star(circle, hasHole ? VERTICES - HOLE_VERTICES : VERTICES, 1)]
    if (hasHole) rings.push(star(circle, HOLE_VERTICES, 0.3).reverse())
    const id = `${kind}-${String(i).padStart(6, '0')}`
    zones.push({ id, kind, geometry: { type: 'MultiPolygon', coordinates: [rings] } })
  }
  return zones

  function inset(low: number, high: number, margin: number): number {
    return low + margin + (high - low - 2 * margin) * random()
  }

  function within(outer: Circle, radius: number): Circle {
    const angle = 2 * Math.PI * random()
    const distance = Math.max(0, 0.7 * outer.radius - radius) * Math.sqrt(random())
    return { x: outer.x + stretch(outer.y) * distance * Math.cos(angle), y: outer.y + distance * Math.sin(angle), radius }
  }

  // A ring round the circle's centre whose radius wanders between 0.7 and 1 of the circle's, counter-clockwise.
  function star({ x, y, radius }: Circle, vertices: number, size: number): [number, number][] {
    const lobes = 2 + Math.floor(4 * random())
    const phase = 2 * Math.PI * random()
    const ring: [number, number][] = []
    for (let v = 0; v < vertices; v++) {
      const angle = (2 * Math.PI * (v + 0.6 * random())) / vertices
      const reach = size * radius * (0.8 + 0.1 * Math.sin(lobes * angle + phase) + 0.1 * random())
      ring.push([round(x + stretch(y) * reach * Math.cos(angle)), round(y + reach * Math.sin(angle))])
    }
    ring.push([...ring[0]!])
    return ring
  }
}

type Circle = { x: number; y: number; radius: number }

function metres(length: number): number {
  return length / METRES_PER_DEGREE
}

function stretch(lat: number): number {
  return 1 / Math.cos((lat * Math.PI) / 180)
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

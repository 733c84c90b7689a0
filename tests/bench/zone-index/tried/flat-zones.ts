import { coversPoint } from '#shared/zone-index/covers-point.ts'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'

/** A zone as every structure that was tried keeps it: all vertices in one array, and its west, south, east and north. */
export type FlatZone = { coordinates: Float64Array; ringEnds: number[]; box: readonly [number, number, number, number] }

/** Zones of one polygon each, in the order given. */
export function flatZones(zones: readonly IndexedZone[]): FlatZone[] {
  return zones.map(({ geometry }) => {
    const rings = geometry.coordinates[0]!
    let end = 0
    const ringEnds = rings.map((ring) => (end += ring.length))
    const coordinates = new Float64Array(2 * end)
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
    let at = 0
    for (const ring of rings)
      for (const [x, y] of ring as [number, number][]) {
        coordinates[at++] = x
        coordinates[at++] = y
        if (x < box[0]) box[0] = x
        if (y < box[1]) box[1] = y
        if (x > box[2]) box[2] = x
        if (y > box[3]) box[3] = y
      }
    return { coordinates, ringEnds, box }
  })
}

export function covers({ coordinates, ringEnds, box }: FlatZone, x: number, y: number): boolean {
  return x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3] && coversPoint(coordinates, 0, ringEnds, x, y)
}

/** Calls `visit` with each edge's ends. */
export function eachEdge({ coordinates, ringEnds }: FlatZone, visit: (ax: number, ay: number, bx: number, by: number) => void): void {
  let vertex = 0
  for (const end of ringEnds) {
    for (; vertex < end - 1; vertex++)
      visit(coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!, coordinates[2 * vertex + 2]!, coordinates[2 * vertex + 3]!)
    vertex = end
  }
}

export function extentOf(zones: readonly FlatZone[]): [number, number, number, number] {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { box } of zones) {
    extent[0] = Math.min(extent[0], box[0])
    extent[1] = Math.min(extent[1], box[1])
    extent[2] = Math.max(extent[2], box[2])
    extent[3] = Math.max(extent[3], box[3])
  }
  return extent
}

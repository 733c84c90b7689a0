import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import { seededRandom } from '../random.ts'
import { REFERENCE_EXTENTS } from '../reference-zones.ts'
import type { ReferenceExtent } from '../reference-zones.ts'

/**
 * Random points in random order, lng, lat interleaved: half of them in a zone (any zone as likely as any other, so
 * most in compounds), half in none, uniformly over the extent. Where the zones leave next to nothing of the extent,
 * the second half is uniform as it comes.
 */
export function referencePoints(
  zones: readonly IndexedZone[],
  extent: ReferenceExtent,
  count: number,
  isInZone: (lng: number, lat: number) => boolean,
): Float64Array {
  const random = seededRandom(2)
  const boxes = zones.map(({ geometry }) => boundsOf(geometry.coordinates[0]![0]!))
  const [west, south, east, north] = REFERENCE_EXTENTS[extent]
  const tried = Array.from({ length: 1000 }, () => isInZone(west + random() * (east - west), south + random() * (north - south)))
  const hasOutside = tried.includes(false)
  const points = new Float64Array(2 * count)
  for (let i = 0; i < count; ) {
    const wantsZone = random() < 0.5
    do {
      const box = wantsZone ? boxes[Math.floor(random() * boxes.length)]! : REFERENCE_EXTENTS[extent]
      points[2 * i] = box[0] + random() * (box[2] - box[0])
      points[2 * i + 1] = box[1] + random() * (box[3] - box[1])
    } while ((wantsZone || hasOutside) && isInZone(points[2 * i]!, points[2 * i + 1]!) !== wantsZone)
    i += 1
  }
  return points
}

function boundsOf(ring: readonly (readonly number[])[]): [number, number, number, number] {
  const [xs, ys] = [ring.map((position) => position[0]!), ring.map((position) => position[1]!)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

import type { GeometryFault } from './fault.ts'
import type { AreaLimits } from './limits.ts'
import type { Bounds, LngLat } from './position.ts'

const WORLD: Bounds = [-180, -90, 180, 90]

/**
 * Coordinates outside the world, one fault each; or a single `axes_swapped` when every position fits once latitude and
 * longitude change places: onto the extent where the area is expected, or, with no extent given, into the world while
 * most positions do not fit as they are (a single latitude of 91 is a slip, not a swap). An area that meets the
 * expected extent neither way is `outside_extent`.
 */
export function rangeFaults(polygons: LngLat[][][], limits: AreaLimits): GeometryFault[] {
  const faults: GeometryFault[] = []
  let positions = 0
  let given: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  polygons.forEach((rings, polygon) =>
    rings.forEach((ring, index) =>
      ring.forEach(([x, y], vertex) => {
        positions += 1
        given = [Math.min(given[0], x), Math.min(given[1], y), Math.max(given[2], x), Math.max(given[3], y)]
        if (Math.abs(x) > 180 || Math.abs(y) > 90)
          faults.push({ code: 'out_of_range', polygon, ring: index, vertex, at: [x, y] })
      }),
    ),
  )
  const swapped: Bounds = [given[1], given[0], given[3], given[2]]
  const expected = limits.expectedExtent
  const looksSwapped = expected
    ? meets(swapped, expected) && !meets(given, expected)
    : faults.length > positions / 2 && within(swapped, WORLD)
  if (looksSwapped) return [{ code: 'axes_swapped', polygon: 0, ring: 0, vertex: 0, at: polygons[0]![0]![0]! }]
  if (faults.length === 0 && positions > 0 && expected && !meets(given, expected)) {
    return [{ code: 'outside_extent', polygon: 0, ring: 0, vertex: 0, at: polygons[0]![0]![0]! }]
  }
  return faults
}

function within(inner: Bounds, outer: Bounds): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

function meets(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

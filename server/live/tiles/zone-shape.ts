import type { LiveZone } from '../../store/live-zones.ts'
import { EXTENT, mercatorX, mercatorY } from './mercator.ts'
import { simplify } from './simplify.ts'
import { flatArea2, flatReversed, ringAtZoom, worldRing, WORLD_ZOOM } from './world-rings.ts'

/** A zone as it is drawn at one zoom: polygons of rings (closed, the outer first and clockwise on the screen, holes the other way). */
export type ZoneShape = {
  /** Whole tile units of the zoom from the north-west corner of the world; x, y, x, y … */
  polygons: Int32Array[][]
  /** [west, north, east, south] in the same units. */
  box: readonly [number, number, number, number]
}

// below half a pixel of a 512-pixel tile; at the greatest zoom nothing is left out
const TOLERANCE = 3
/** A zone smaller than this is drawn as a square of it, one pixel: none vanishes. */
export const LEAST_SIDE = 8

/**
 * Makes shapes of zones and keeps them while the zone is: at most 8 bytes a vertex for each zoom asked for, and mostly
 * far less, because far off few vertices are left.
 */
export function createZoneShapes(): (zone: LiveZone, z: number) => ZoneShape {
  const kept = new WeakMap<LiveZone, { world: Int32Array[][] | null; byZoom: ZoneShape[] }>()
  return (zone, z) => {
    let of = kept.get(zone)
    if (of === undefined) kept.set(zone, (of = { world: null, byZoom: [] }))
    const known = of.byZoom[z]
    if (known !== undefined) return known
    const box = boxOf(zone, z)
    if (box[2] - box[0] < LEAST_SIDE && box[3] - box[1] < LEAST_SIDE) return (of.byZoom[z] = square(box))
    const world = (of.world ??= zone.geometry.coordinates.map((rings) => rings.map(worldRing)))
    const polygons = world.map((rings) => polygonAt(rings, z)).filter((rings) => rings.length > 0)
    return (of.byZoom[z] = polygons.length === 0 ? square(box) : { polygons, box })
  }
}

function polygonAt(rings: Int32Array[], z: number): Int32Array[] {
  const out: Int32Array[] = []
  for (const [i, ring] of rings.entries()) {
    const whole = ringAtZoom(ring, z)
    const simple = z >= WORLD_ZOOM ? whole : simplify(whole, TOLERANCE)
    // a narrow polygon must not vanish because its sides lie close
    const drawn = i === 0 && !hasArea(simple) ? whole : simple
    if (hasArea(drawn)) out.push(flatArea2(drawn) > 0 === (i === 0) ? drawn : flatReversed(drawn))
    else if (i === 0) return []
  }
  return out
}

const hasArea = (ring: Int32Array) => ring.length >= 8 && flatArea2(ring) !== 0

function boxOf({ bounds: [west, south, east, north] }: LiveZone, z: number): [number, number, number, number] {
  const scale = 2 ** z * EXTENT
  const whole = (part: number) => Math.round(part * scale)
  return [whole(mercatorX(west)), whole(mercatorY(north)), whole(mercatorX(east)), whole(mercatorY(south))]
}

function square([west, north, east, south]: readonly [number, number, number, number]): ZoneShape {
  const half = LEAST_SIDE / 2
  const [x, y] = [Math.round((west + east) / 2), Math.round((north + south) / 2)]
  const [w, n, e, s] = [x - half, y - half, x + half, y + half] as const
  return { polygons: [[Int32Array.of(w, n, e, n, e, s, w, s, w, n)]], box: [w, n, e, s] }
}

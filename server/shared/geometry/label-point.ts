import type { MultiPolygon, Polygon } from 'geojson'
import type { LngLat } from './position.ts'
import { bandOf, edgeBands } from './edge-bands.ts'
import { type PreparedArea, prepareArea } from './prepare-area.ts'

/** Latitudes looked at; odd, so that the middle one is among them. */
const SCAN_LINES = 31

/**
 * A point well inside a valid area, [lng, lat] EPSG:4326, to put its label on: the middle of the stretch that has most
 * room about it among horizontal cuts through the area. Always strictly inside, unlike a centroid; PostGIS
 * `ST_PointOnSurface` takes the widest stretch of a single cut.
 */
export function labelPoint(area: Polygon | MultiPolygon): LngLat {
  const prepared = prepareArea(area)
  const [, south, , north] = prepared.bounds
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  let best: LngLat = [NaN, NaN]
  let room = -1
  // a thin slanting area can fall between evenly spaced cuts in all its parts but never between ever more of them
  for (let lines = SCAN_LINES; room <= 0 && lines < 1e5; lines = lines * 4 + 1)
    for (let line = 0; line < lines; line++) {
      const y = south + ((north - south) * (line + 0.5)) / lines
      for (const [west, east] of stretches(prepared, y)) {
        const x = (west + east) / 2
        const half = ((east - west) / 2) * shrink
        // the cut's own ends bound the room, so most stretches need no search
        if (half <= room || !(west < x && x < east)) continue
        const found = Math.min(half, distanceToEdges(prepared, x, y, shrink))
        if (found > room) [best, room] = [[x, y], found]
      }
    }
  return best
}

/** The stretches [west, east] of a latitude that lie inside. */
function stretches(area: PreparedArea, y: number): [number, number][] {
  const { bounds, ax, ay, bx, by } = area
  const { count, offsets, items } = edgeBands(area)
  const crossings: number[] = []
  const band = bandOf(bounds, count, y)
  for (let k = offsets[band]!; k < offsets[band + 1]!; k++) {
    const i = items[k]!
    if (ay[i]! <= y === by[i]! <= y) continue
    crossings.push(ax[i]! + ((y - ay[i]!) / (by[i]! - ay[i]!)) * (bx[i]! - ax[i]!))
  }
  crossings.sort((a, b) => a - b)
  const pairs: [number, number][] = []
  for (let i = 1; i < crossings.length; i += 2) pairs.push([crossings[i - 1]!, crossings[i]!])
  return pairs
}

function distanceToEdges({ ax, ay, bx, by }: PreparedArea, x: number, y: number, shrink: number): number {
  let nearest = Infinity
  for (let i = 0; i < ax.length; i++) {
    const dx = (bx[i]! - ax[i]!) * shrink
    const dy = by[i]! - ay[i]!
    const px = (x - ax[i]!) * shrink
    const py = y - ay[i]!
    const t = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)))
    nearest = Math.min(nearest, Math.hypot(px - t * dx, py - t * dy))
  }
  return nearest
}

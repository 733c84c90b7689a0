import type { Geometry, MultiPolygon } from 'geojson'
import { eachPosition } from './each-position.ts'
import { intersection } from './intersection.ts'
import type { LngLat } from './position.ts'
import { union } from './union.ts'

/** Whether a geometry lies round the 180° meridian: counted on past 180° it is narrower than from −180° on. */
export function spansAntimeridian(geometry: Geometry): boolean {
  let [west, east, westOn, eastOn] = [Infinity, -Infinity, Infinity, -Infinity]
  eachPosition(geometry, ([x]) => {
    const on = x! < 0 ? x! + 360 : x!
    west = Math.min(west, x!)
    east = Math.max(east, x!)
    westOn = Math.min(westOn, on)
    eastOn = Math.max(eastOn, on)
  })
  return eastOn - westOn < east - west
}

/** A position with its longitude counted on past 180° for places east of the date line. */
export function countedOn([x, y]: LngLat): LngLat {
  return [x < 0 ? x + 360 : x, y]
}

/** Joins the parts of an area that RFC 7946 cuts at 180°, with longitudes counted on; the seam is gone. */
export function joinAtAntimeridian(area: MultiPolygon): MultiPolygon {
  const on = area.coordinates.map((rings) => rings.map((ring) => ring.map((p) => countedOn(p as LngLat))))
  return union([{ type: 'MultiPolygon', coordinates: on }]) ?? { type: 'MultiPolygon', coordinates: [] }
}

/** Cuts an area with longitudes counted on past ±180° at the date line, as RFC 7946 section 3.1.9 asks. */
export function cutAtAntimeridian(area: MultiPolygon): MultiPolygon {
  const turns = new Set<number>()
  eachPosition(area, ([x]) => turns.add(x! > 180 ? 1 : x! < -180 ? -1 : 0))
  if (turns.size === 1 && turns.has(0)) return area
  const coordinates = [...turns].sort().flatMap((turn) => {
    const [west, east] = [turn * 360 - 180, turn * 360 + 180]
    const box = [[west, -90], [east, -90], [east, 90], [west, 90], [west, -90]]
    const piece = intersection(area, { type: 'Polygon', coordinates: [box] })
    return (piece?.coordinates ?? []).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x! - turn * 360, y!])))
  })
  return { type: 'MultiPolygon', coordinates }
}

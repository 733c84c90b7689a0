import type { Geometry, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { validateArea } from '#shared/geometry/validate-area.ts'
import type { ImportFault } from './fault.ts'

export type GeometryVerdict<T extends Geometry> =
  { ok: true; geometry: T } | { ok: false; fault: Pick<ImportFault, 'reason' | 'place' | 'text' | 'geometry'> }

/** Decimal places kept: 7 are a centimetre, the precision of the zones and of OpenStreetMap. */
const SCALE = 1e7

/** A point in range, rounded to 7 decimals. */
export function checkPoint(position: Position): GeometryVerdict<Point> {
  const rounded = checkPosition(position)
  if (rounded === null) return badPosition(position)
  return { ok: true, geometry: { type: 'Point', coordinates: rounded } }
}

/** A line of at least two different points, each in range; repeated points are dropped after rounding to 7 decimals. */
export function checkLine(positions: readonly Position[]): GeometryVerdict<LineString> {
  const line: Position[] = []
  for (const position of positions) {
    const rounded = checkPosition(position)
    if (rounded === null) return badPosition(position)
    const last = line.at(-1)
    if (last === undefined || last[0] !== rounded[0] || last[1] !== rounded[1]) line.push(rounded)
  }
  if (line.length < 2)
    return { ok: false, fault: { reason: 'too_few_points', text: String(line.length), ...placeOf(line[0]) } }
  return { ok: true, geometry: { type: 'LineString', coordinates: line } }
}

/**
 * An area that `validateArea` accepts as it is, except that it is first rounded to 7 decimals, so that what is
 * checked is what is stored. Limits on size are those of a zone, without the least area: sheds are small.
 */
export function checkArea(area: Polygon | MultiPolygon): GeometryVerdict<MultiPolygon> {
  const verdict = validateArea(roundArea(area), { minAreaM2: 0 })
  if (verdict.ok) return { ok: true, geometry: verdict.geometry }
  const fault = verdict.faults[0]
  if (fault === undefined) return { ok: false, fault: { reason: 'bad_geometry', text: '' } }
  const place = fault.at === undefined ? {} : { place: fault.at }
  return { ok: false, fault: { reason: 'bad_geometry', text: fault.code, ...place, geometry: fault } }
}

function roundArea(area: Polygon | MultiPolygon): MultiPolygon {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  const coordinates = polygons.map((polygon) => polygon.map((ring) => ring.map(round)))
  return { type: 'MultiPolygon', coordinates }
}

function checkPosition(position: Position | undefined): [number, number] | null {
  const [lng, lat] = position ?? []
  if (typeof lng !== 'number' || typeof lat !== 'number') return null
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? round([lng, lat]) : null
}

function badPosition(position: Position | undefined): { ok: false; fault: Pick<ImportFault, 'reason' | 'text'> } {
  return { ok: false, fault: { reason: 'bad_coordinate', text: JSON.stringify(position ?? null) } }
}

function placeOf(position: Position | undefined): { place?: [number, number] } {
  return position === undefined ? {} : { place: [position[0] ?? 0, position[1] ?? 0] }
}

function round(position: Position): [number, number] {
  return [Math.round((position[0] ?? 0) * SCALE) / SCALE, Math.round((position[1] ?? 0) * SCALE) / SCALE]
}

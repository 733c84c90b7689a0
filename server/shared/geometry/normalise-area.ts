import type { MultiPolygon, Polygon } from 'geojson'
import type { GeometryFault } from './fault.ts'
import type { AreaLimits } from './limits.ts'
import { rightHanded } from './ring-direction.ts'
import { roundDegrees } from './rounding.ts'
import { validateArea } from './validate-area.ts'

export type NormalisedArea = { ok: true; geometry: MultiPolygon } | { ok: false; faults: GeometryFault[] }

/**
 * The form in which areas are stored: MultiPolygon, right-hand rule (RFC 7946), 7 decimals, two coordinates a position,
 * repeated corners once. Always a fresh copy, and normalising twice changes nothing. Rounding moves corners by up to
 * 5 mm; where that makes an area invalid the answer is `broken_by_rounding` followed by the faults of the rounded area.
 */
export function normaliseArea(area: Polygon | MultiPolygon, limits: Partial<AreaLimits> = {}): NormalisedArea {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  const coordinates = polygons.map((rings) => rightHanded(rings.map(roundedRing)))
  const checked = validateArea({ type: 'MultiPolygon', coordinates }, limits)
  if (checked.ok) return checked
  const asGiven = validateArea(area, limits)
  if (!asGiven.ok) return asGiven
  const [first] = checked.faults
  return { ok: false, faults: [{ ...first!, code: 'broken_by_rounding' }, ...checked.faults] }
}

function roundedRing(ring: number[][]): [number, number][] {
  const rounded = ring.map(([x, y]): [number, number] => [roundDegrees(x!), roundDegrees(y!)])
  return rounded.filter(([x, y], i) => i === 0 || x !== rounded[i - 1]![0] || y !== rounded[i - 1]![1])
}

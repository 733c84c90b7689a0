import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { GeometryFault } from './fault.ts'
import type { AreaLimits } from './limits.ts'
import type { LngLat } from './position.ts'
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
  const stored = validateArea(storedForm(roundedRings(area)), limits)
  if (stored.ok) return stored
  const asGiven = validateArea(area, limits)
  return asGiven.ok ? brokenByRounding(stored.faults) : asGiven
}

/** The same of an area that `validateArea` found valid within these limits: looked at again only where rounding moves or drops a corner. */
export function normaliseValidArea(area: MultiPolygon, limits: Partial<AreaLimits> = {}): NormalisedArea {
  const rounded = roundedRings(area)
  const geometry = storedForm(rounded)
  if (isSame(area.coordinates, rounded)) return { ok: true, geometry }
  const stored = validateArea(geometry, limits)
  return stored.ok ? stored : brokenByRounding(stored.faults)
}

const roundedRings = (area: Polygon | MultiPolygon): LngLat[][][] =>
  (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).map((rings) => rings.map(roundedRing))

const storedForm = (rounded: LngLat[][][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: rounded.map(rightHanded) })

const brokenByRounding = (faults: GeometryFault[]): NormalisedArea => ({ ok: false, faults: [{ ...faults[0]!, code: 'broken_by_rounding' }, ...faults] })

function roundedRing(ring: number[][]): LngLat[] {
  const rounded = ring.map(([x, y]): LngLat => [roundDegrees(x!), roundDegrees(y!)])
  return rounded.filter(([x, y], i) => i === 0 || x !== rounded[i - 1]![0] || y !== rounded[i - 1]![1])
}

const isSame = (given: Position[][][], rounded: LngLat[][][]): boolean =>
  given.every((rings, part) => rings.every((ring, r) => {
    const other = rounded[part]![r]!
    return ring.length === other.length && ring.every(([x, y], i) => x === other[i]![0] && y === other[i]![1])
  }))

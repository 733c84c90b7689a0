import type { MultiPolygon } from 'geojson'
import { areaM2 } from './area-m2.ts'
import type { GeometryFault } from './fault.ts'
import { type AreaLimits, DEFAULT_AREA_LIMITS } from './limits.ts'
import { parseArea } from './parse-area.ts'
import { rangeFaults } from './range-faults.ts'
import { ringFault } from './ring-faults.ts'
import type { NamedRing } from './ring-table.ts'
import { topologyFaults } from './topology-faults.ts'

export type ValidatedArea = { ok: true; geometry: MultiPolygon } | { ok: false; faults: GeometryFault[] }

/**
 * Checks whether `geometry`, whatever it is, can be an area: a GeoJSON Polygon or MultiPolygon in EPSG:4326,
 * [lng, lat], topologically valid as PostGIS `ST_IsValid` says, of sensible size. Nothing is ever repaired: closing a
 * ring, for one, would be a repair. All faults of a kind are reported at once, each with its place: first those of
 * form, then of coordinates, then of rings and topology, then of size, because the later make no sense before the
 * earlier. The geometry given back is a fresh MultiPolygon with the coordinates as they came (altitudes are left
 * behind).
 */
export function validateArea(geometry: unknown, limits: Partial<AreaLimits> = {}): ValidatedArea {
  const all: AreaLimits = { ...DEFAULT_AREA_LIMITS, ...limits }
  const parsed = parseArea(geometry, all)
  if (!parsed.ok) return parsed
  const { polygons } = parsed
  const area: MultiPolygon = { type: 'MultiPolygon', coordinates: polygons }

  let faults = rangeFaults(polygons, all)
  if (faults.length === 0) {
    const sound: NamedRing[] = []
    polygons.forEach((rings, polygon) =>
      rings.forEach((positions, ring) => {
        const fault = ringFault(positions, polygon, ring)
        if (fault) faults.push(fault)
        else sound.push({ polygon, ring, positions })
      }),
    )
    faults.push(...topologyFaults(sound, all))
  }
  if (faults.length === 0) faults = sizeFaults(areaM2(area), all)
  return faults.length === 0 ? { ok: true, geometry: area } : { ok: false, faults: faults.slice(0, all.maxFaults) }
}

function sizeFaults(value: number, { minAreaM2, maxAreaM2 }: AreaLimits): GeometryFault[] {
  if (value < minAreaM2) return [{ code: 'too_small', limit: minAreaM2, value }]
  if (value > maxAreaM2) return [{ code: 'too_large', limit: maxAreaM2, value }]
  return []
}

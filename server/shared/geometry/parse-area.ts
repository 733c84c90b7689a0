import type { GeometryFault } from './fault.ts'
import type { AreaLimits } from './limits.ts'
import type { LngLat } from './position.ts'

export type ParsedArea = { ok: true; polygons: LngLat[][][] } | { ok: false; faults: GeometryFault[] }

/**
 * Reads anything as the rings of a GeoJSON Polygon or MultiPolygon, copying every position.
 * A third coordinate (altitude, as KML writes it) is left behind: areas are flat. Nothing else is dropped or changed.
 */
export function parseArea(geometry: unknown, limits: AreaLimits): ParsedArea {
  if (geometry === null || geometry === undefined) return fault({ code: 'missing' })
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return fault({ code: 'not_an_area' })
  if (!Array.isArray(coordinates)) return fault({ code: 'malformed' })
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates
  if (polygons.length === 0) return fault({ code: 'empty' })

  const count = countPositions(polygons)
  if (count > limits.maxVertices)
    return fault({ code: 'too_many_vertices', limit: limits.maxVertices, value: count })

  const faults: GeometryFault[] = []
  const parsed = polygons.map((rings, polygon): LngLat[][] => {
    if (!Array.isArray(rings)) {
      faults.push({ code: 'malformed', polygon })
      return []
    }
    if (rings.length === 0) faults.push({ code: 'empty', polygon })
    return rings.map((ring: unknown, index) => parseRing(ring, { polygon, ring: index }, faults))
  })
  return faults.length > 0 ? { ok: false, faults: faults.slice(0, limits.maxFaults) } : { ok: true, polygons: parsed }
}

function parseRing(ring: unknown, place: { polygon: number; ring: number }, faults: GeometryFault[]): LngLat[] {
  if (!Array.isArray(ring)) {
    faults.push({ code: 'malformed', ...place })
    return []
  }
  return ring.map((position: unknown, vertex): LngLat => {
    if (!Array.isArray(position) || position.length < 2) faults.push({ code: 'malformed', ...place, vertex })
    else if (!Number.isFinite(position[0]) || !Number.isFinite(position[1]))
      faults.push({ code: 'not_a_number', ...place, vertex })
    else return [position[0] as number, position[1] as number]
    return [NaN, NaN]
  })
}

function countPositions(polygons: unknown[]): number {
  let count = 0
  for (const rings of polygons)
    if (Array.isArray(rings)) for (const ring of rings) count += Array.isArray(ring) ? ring.length : 0
  return count
}

function fault(one: GeometryFault): { ok: false; faults: GeometryFault[] } {
  return { ok: false, faults: [one] }
}

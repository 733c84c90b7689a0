import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { GeometryFault } from './fault.ts'
import type { LngLat } from './position.ts'
import { validateArea } from './validate-area.ts'

/** A geometry taken apart into what a buffer treats alike. */
export type BufferInput = { points: LngLat[]; lines: LngLat[][]; area: MultiPolygon }

export type ReadBufferInput = { ok: true; input: BufferInput } | { ok: false; faults: GeometryFault[] }

const ANY_SIZE = { minAreaM2: 0, maxAreaM2: Infinity }

/** Takes a geometry of any type apart, checking every position and every polygon. */
export function bufferInput(geometry: Geometry): ReadBufferInput {
  const input: BufferInput = { points: [], lines: [], area: { type: 'MultiPolygon', coordinates: [] } }
  const faults: GeometryFault[] = []
  collect(geometry, input, faults)
  if (faults.length > 0) return { ok: false, faults }
  const size = input.points.length + input.lines.length + input.area.coordinates.length
  return size > 0 ? { ok: true, input } : { ok: false, faults: [{ code: 'empty' }] }
}

function collect(geometry: Geometry, input: BufferInput, faults: GeometryFault[]): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) collect(part, input, faults)
  } else if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    collectArea(geometry, input, faults)
  } else if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
    for (const line of lines) input.lines.push(checked(line, faults))
    if (lines.some((line) => line.length < 2)) faults.push({ code: 'too_few_points' })
  } else if (geometry.type === 'Point' || geometry.type === 'MultiPoint') {
    const points = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates
    input.points.push(...checked(points, faults))
  } else faults.push({ code: geometry === null ? 'missing' : 'malformed' })
}

function collectArea(area: Polygon | MultiPolygon, input: BufferInput, faults: GeometryFault[]): void {
  const validated = validateArea(area, ANY_SIZE)
  if (validated.ok) input.area.coordinates.push(...validated.geometry.coordinates)
  else faults.push(...validated.faults)
}

function checked(positions: Position[], faults: GeometryFault[]): LngLat[] {
  return positions.map((position, vertex): LngLat => {
    const [x, y] = position as LngLat
    if (!Number.isFinite(x) || !Number.isFinite(y)) faults.push({ code: 'not_a_number', vertex })
    else if (Math.abs(x) > 180 || Math.abs(y) > 90) faults.push({ code: 'out_of_range', vertex, at: [x, y] })
    return [x, y]
  })
}

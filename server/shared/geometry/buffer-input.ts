import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { GeometryFault } from './fault.ts'
import type { LngLat } from './position.ts'
import { validateArea } from './validate-area.ts'

/** A geometry taken apart into what a buffer treats alike. */
export type BufferInput = { points: LngLat[]; lines: LngLat[][]; area: MultiPolygon }

export type ReadBufferInput = { ok: true; input: BufferInput } | { ok: false; faults: GeometryFault[] }

const ANY_SIZE = { minAreaM2: 0, maxAreaM2: Infinity }

/** Takes a geometry of any type apart, checking every position and every polygon, and its form as far as it goes. */
export function bufferInput(geometry: Geometry): ReadBufferInput {
  const input: BufferInput = { points: [], lines: [], area: { type: 'MultiPolygon', coordinates: [] } }
  const faults: GeometryFault[] = []
  collect(geometry, input, faults)
  if (faults.length > 0) return { ok: false, faults }
  const size = input.points.length + input.lines.length + input.area.coordinates.length
  return size > 0 ? { ok: true, input } : { ok: false, faults: [{ code: 'empty' }] }
}

function collect(geometry: Geometry | null, input: BufferInput, faults: GeometryFault[]): void {
  switch (geometry?.type) {
    case 'GeometryCollection':
      for (const part of listOf(geometry.geometries, faults)) collect(part, input, faults)
      return
    case 'Polygon':
    case 'MultiPolygon':
      collectArea(geometry, input, faults)
      return
    case 'LineString':
      input.lines.push(lineOf(geometry.coordinates, faults))
      return
    case 'MultiLineString':
      for (const line of listOf(geometry.coordinates, faults)) input.lines.push(lineOf(line, faults))
      return
    case 'Point':
      input.points.push(placeOf(geometry.coordinates, 0, faults))
      return
    case 'MultiPoint':
      input.points.push(...listOf(geometry.coordinates, faults).map((position, i) => placeOf(position, i, faults)))
      return
    default:
      faults.push({ code: geometry ? 'malformed' : 'missing' })
  }
}

function collectArea(area: Polygon | MultiPolygon, input: BufferInput, faults: GeometryFault[]): void {
  const validated = validateArea(area, ANY_SIZE)
  if (validated.ok) input.area.coordinates.push(...validated.geometry.coordinates)
  else faults.push(...validated.faults)
}

function lineOf(line: Position[], faults: GeometryFault[]): LngLat[] {
  const places = listOf(line, faults).map((position, vertex) => placeOf(position, vertex, faults))
  if (places.length < 2) faults.push({ code: 'too_few_points', limit: 2, value: places.length })
  return places
}

function placeOf(position: Position, vertex: number, faults: GeometryFault[]): LngLat {
  const [x, y] = listOf(position, faults) as LngLat
  if (!Number.isFinite(x) || !Number.isFinite(y)) faults.push({ code: 'not_a_number', vertex })
  else if (Math.abs(x) > 180 || Math.abs(y) > 90) faults.push({ code: 'out_of_range', vertex, at: [x, y] })
  return [x, y]
}

/** The list itself, or a fault and an empty one: data from outside may hold anything. */
function listOf<T>(list: readonly T[], faults: GeometryFault[]): readonly T[] {
  if (Array.isArray(list)) return list
  faults.push({ code: 'malformed' })
  return []
}

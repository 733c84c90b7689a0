import type { Geometry, MultiPolygon, Position } from 'geojson'
import { countedOn, cutAtAntimeridian, joinAtAntimeridian, spansAntimeridian } from './antimeridian.ts'
import { boundsOf } from './bounds.ts'
import type { BufferFault } from './buffer-fault.ts'
import { type BufferInput, bufferInput } from './buffer-input.ts'
import { BUFFER_LIMITS, COURSE_TOLERANCE, QUADRANT_SEGMENTS } from './buffer-limits.ts'
import { offsetRings } from './buffer-rings.ts'
import { densify } from './densify.ts'
import { type LocalPlane, localPlane } from './local-plane.ts'
import type { LngLat } from './position.ts'
import { rightHanded } from './ring-direction.ts'

/** `geometry` is null where a negative radius left nothing. */
export type Buffered = { ok: true; geometry: MultiPolygon | null } | BufferFault

/**
 * Everything within `radiusM` metres (WGS-84 geodesic) of a geometry in EPSG:4326, [lng, lat]; a negative radius takes
 * the rim off an area instead. Between 0° and 80° of latitude and 5 m and 50 km the outline errs by less than 0.1 %
 * of the radius. JTS's planar buffer (Turf's build) in an azimuthal equidistant projection round the shape. Edges
 * are straight in degrees, going in and coming out. The result obeys RFC 7946: right-hand rule, cut at the
 * antimeridian. A buffer is a drafting aid: it finds the units of a zone and is never itself a zone.
 */
export function buffer(geometry: Geometry, radiusM: number): Buffered {
  const radius = Math.abs(radiusM)
  if (!(radius <= BUFFER_LIMITS.maxRadiusM)) return refused('radius_out_of_range', BUFFER_LIMITS.maxRadiusM, radiusM)
  if (radius < BUFFER_LIMITS.minRadiusM) return refused('radius_out_of_range', BUFFER_LIMITS.minRadiusM, radiusM)
  const read = bufferInput(geometry)
  if (!read.ok) return { ok: false, reason: 'invalid_geometry', faults: read.faults }
  if (radiusM < 0 && read.input.points.length + read.input.lines.length > 0)
    return { ok: false, reason: 'negative_needs_area' }

  const input = spansAntimeridian(geometry) ? joined(read.input) : read.input
  const [west, south, east, north] = boundsOf(collection(input))
  const reachLatitude = Math.max(-south, north) + radius / 111_000
  if (reachLatitude > BUFFER_LIMITS.maxLatitude)
    return refused('too_near_pole', BUFFER_LIMITS.maxLatitude, reachLatitude)
  const plane = localPlane([(west + east) / 2, (south + north) / 2])
  const corners: LngLat[] = [[west, south], [west, north], [east, south], [east, north]]
  const reach = radius + Math.max(...corners.map((corner) => Math.hypot(...plane.toPlane(corner))))
  if (!(reach <= BUFFER_LIMITS.maxReachM && east - west < 180))
    return refused('too_wide', BUFFER_LIMITS.maxReachM, reach)

  const tolerance = radius * COURSE_TOLERANCE
  const project = (line: LngLat[]): LngLat[] => densify(line, tolerance).map(plane.toPlane)
  const lines = input.lines.map(project)
  const polygons = input.area.coordinates.map((rings) => rings.map((ring) => project(ring as LngLat[])))
  const size = [...lines, ...polygons.flat()].reduce((sum, line) => sum + line.length, input.points.length)
  if (size > BUFFER_LIMITS.maxVertices) return refused('too_complex', BUFFER_LIMITS.maxVertices, size)

  const rings = offsetRings({ points: input.points.map(plane.toPlane), lines, polygons }, radiusM, QUADRANT_SEGMENTS)
  return { ok: true, geometry: rings.length > 0 ? toDegrees(rings, plane, tolerance) : null }
}

function toDegrees(polygons: Position[][][], plane: LocalPlane, tolerance: number): MultiPolygon {
  const coordinates = polygons.map((rings) =>
    rightHanded(rings.map((ring) => courseInDegrees(ring as LngLat[], plane, tolerance))),
  )
  return cutAtAntimeridian({ type: 'MultiPolygon', coordinates })
}

/** A ring from the plane to degrees, with positions added so that its straight edges stay on course. */
function courseInDegrees(ring: LngLat[], plane: LocalPlane, tolerance: number): LngLat[] {
  const degrees = ring.map(plane.toDegrees)
  const course: LngLat[] = []
  for (let i = 1; i < ring.length; i++) {
    const pieces = densify([degrees[i - 1]!, degrees[i]!], tolerance).length - 1
    const [ax, ay] = ring[i - 1]!
    const [bx, by] = ring[i]!
    course.push(degrees[i - 1]!)
    for (let k = 1; k < pieces; k++)
      course.push(plane.toDegrees([ax + ((bx - ax) * k) / pieces, ay + ((by - ay) * k) / pieces]))
  }
  return [...course, [...course[0]!]]
}

function joined({ points, lines, area }: BufferInput): BufferInput {
  return { points: points.map(countedOn), lines: lines.map((l) => l.map(countedOn)), area: joinAtAntimeridian(area) }
}

function collection({ points, lines, area }: BufferInput): Geometry {
  const geometries: Geometry[] = [
    { type: 'MultiPoint', coordinates: points },
    { type: 'MultiLineString', coordinates: lines },
    area,
  ]
  return { type: 'GeometryCollection', geometries }
}

function refused(reason: BufferFault['reason'], limit: number, value: number): BufferFault {
  return { ok: false, reason, limit, value }
}

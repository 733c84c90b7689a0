import jsts from '@turf/jsts'
import type { Geometry, Position } from 'geojson'

const { BufferOp, GeoJSONReader, GeoJSONWriter } = jsts

/**
 * JTS's own tolerance lets an outline bulge by 1 % of the radius where it bends inwards; this is a tenth of what the
 * whole buffer may err.
 */
const SIMPLIFY_FACTOR = 1e-4
const ROUND = 1

/**
 * The polygons (rings in the plane) within `distance` of one shape of points and open lines, in the same plane units.
 * A closed line must come in two open pieces: JTS takes it for a ring whose inside it wears away from both sides, and
 * leaves a hole that is not there (Turf issue 2929, GEOS issue 1223). `quadrantSegments` edges make a quarter circle.
 */
export function planarBuffer(shape: Geometry, distance: number, quadrantSegments: number): Position[][][] {
  const operation = new BufferOp(new GeoJSONReader().read(shape), {
    getQuadrantSegments: () => quadrantSegments,
    getEndCapStyle: () => ROUND,
    getJoinStyle: () => ROUND,
    getMitreLimit: () => 5,
    getSimplifyFactor: () => SIMPLIFY_FACTOR,
    isSingleSided: () => false,
  })
  const buffered = new GeoJSONWriter().write(operation.getResultGeometry(distance))
  if (buffered.type === 'Polygon') return buffered.coordinates.length > 0 ? [buffered.coordinates] : []
  return buffered.type === 'MultiPolygon' ? buffered.coordinates : []
}

/** Overlapping polygons in the plane as one set of polygons that do not: JTS's buffer of no width. */
export function planarUnion(polygons: Position[][][]): Position[][][] {
  return planarBuffer({ type: 'MultiPolygon', coordinates: polygons }, 0, 1)
}

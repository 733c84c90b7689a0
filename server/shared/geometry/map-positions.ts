import type { Geometry, Position } from 'geojson'

/**
 * A deep copy of a geometry with every position replaced by `map`. Each place in the arrays is read once from the
 * original, so a ring whose first and last position are one and the same array comes out right.
 */
export function mapPositions<G extends Geometry>(geometry: G, map: (position: Position) => Position): G
export function mapPositions(geometry: Geometry, map: (position: Position) => Position): Geometry {
  const line = (positions: Position[]) => positions.map((position) => map([...position]))
  switch (geometry.type) {
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((part) => mapPositions(part, map)) }
    case 'Point':
      return { ...geometry, coordinates: map([...geometry.coordinates]) }
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: line(geometry.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(line) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(line)) }
  }
}

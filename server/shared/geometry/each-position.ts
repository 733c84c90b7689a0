import type { Geometry, Position } from 'geojson'

/** Calls `visit` with every position of a geometry, in order (a ring's closing position too). */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) eachPosition(part, visit)
  } else if (geometry.type === 'Point') {
    visit(geometry.coordinates)
  } else if (geometry.type === 'MultiPoint' || geometry.type === 'LineString') {
    for (const position of geometry.coordinates) visit(position)
  } else if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') {
    for (const line of geometry.coordinates) for (const position of line) visit(position)
  } else {
    for (const polygon of geometry.coordinates)
      for (const ring of polygon) for (const position of ring) visit(position)
  }
}

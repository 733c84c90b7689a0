import type { Geometry } from 'geojson'
import { checkArea, checkLine, checkPoint, type GeometryVerdict } from '../check-geometry.ts'
import type { ImportFault } from '../fault.ts'
import type { SourceCrs } from '../source-crs.ts'
import type { NounSpec } from './noun-spec.ts'

export type Geometries =
  | { ok: true; geometries: (Geometry | null)[]; place: [number, number] | null }
  | { ok: false; fault: Pick<ImportFault, 'reason' | 'place' | 'text' | 'geometry'> }

/** The geometries a noun keeps from one feature, in WGS-84 and checked; `[null]` where the noun can do without. */
export function geometriesOf(spec: NounSpec, geometry: Geometry | null, crs: SourceCrs): Geometries {
  if (geometry === null) {
    if (spec.geometryOptional === true) return { ok: true, geometries: [null], place: null }
    return { ok: false, fault: { reason: 'no_geometry', text: spec.geometry.join(' | ') } }
  }
  const single = geometry.type === 'MultiPoint' && geometry.coordinates.length === 1 ? onlyPoint(geometry) : geometry
  if (!spec.geometry.includes(single.type))
    return { ok: false, fault: { reason: 'wrong_geometry', text: String(single.type) } }
  const checked: Geometry[] = []
  for (const verdict of check(single, crs)) {
    if (!verdict.ok) return verdict
    checked.push(verdict.geometry)
  }
  return { ok: true, geometries: checked, place: firstPosition(checked[0]) }
}

function check(geometry: Geometry, crs: SourceCrs): GeometryVerdict<Geometry>[] {
  if (!isNested(geometry)) return [{ ok: false, fault: { reason: 'not_readable', text: geometry.type } }]
  const converted = crs.convert(geometry)
  if (converted.type === 'Point') return [checkPoint(converted.coordinates)]
  if (converted.type === 'LineString') return [checkLine(converted.coordinates)]
  if (converted.type === 'MultiLineString') return converted.coordinates.map((line) => checkLine(line))
  if (converted.type === 'Polygon' || converted.type === 'MultiPolygon') return [checkArea(converted)]
  return [{ ok: false, fault: { reason: 'wrong_geometry', text: converted.type } }]
}

/** Whether coordinates are arrays all the way down to positions: the conversion must not meet anything else. */
function isNested(geometry: Geometry): boolean {
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }
  return geometry.type !== 'GeometryCollection' && nestedTo(geometry.coordinates, depth[geometry.type])
}

function nestedTo(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false
  if (depth > 0) return value.every((item) => nestedTo(item, depth - 1))
  return value.length >= 2 && value.slice(0, 2).every((item) => typeof item === 'number')
}

function onlyPoint(geometry: Geometry & { type: 'MultiPoint' }): Geometry {
  return { type: 'Point', coordinates: geometry.coordinates[0] ?? [] }
}

function firstPosition(geometry: Geometry | undefined): [number, number] | null {
  let value: unknown = geometry !== undefined && 'coordinates' in geometry ? geometry.coordinates : null
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0]
  return Array.isArray(value) ? [Number(value[0]), Number(value[1])] : null
}

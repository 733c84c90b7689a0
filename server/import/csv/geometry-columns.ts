import type { Geometry } from 'geojson'
import { plainName } from '../plain-name.ts'
import { parseWkt } from './parse-wkt.ts'

/** Header names that carry geometry, as `plainName` writes them. */
export const GEOMETRY_HEADERS = {
  lng: ['lng', 'lon', 'long', 'longitude', 'x', '经度', '经度lng'],
  lat: ['lat', 'latitude', 'y', '纬度', '纬度lat'],
  wkt: ['wkt', 'geom', 'geometry', 'the_geom', 'shape', '几何', '坐标', '边界'],
} as const

export interface GeometryColumns {
  lng?: string
  lat?: string
  wkt?: string
}

export function findGeometryColumns(headers: readonly string[]): GeometryColumns {
  const found: GeometryColumns = {}
  for (const key of ['lng', 'lat', 'wkt'] as const) {
    const names = new Set<string>(GEOMETRY_HEADERS[key].map(plainName))
    const header = headers.find((name) => names.has(plainName(name)))
    if (header !== undefined) found[key] = header
  }
  return found
}

/**
 * The row's geometry: WKT where that column is filled, else the point of lng and lat; null where neither can be read.
 */
export function geometryOfRow(row: Record<string, string>, columns: GeometryColumns): Geometry | null {
  const wkt = columns.wkt === undefined ? '' : (row[columns.wkt] ?? '')
  if (wkt.trim() !== '') return parseWkt(wkt)
  if (columns.lng === undefined || columns.lat === undefined) return null
  const [lng, lat] = [degrees(row[columns.lng]), degrees(row[columns.lat])]
  return lng === null || lat === null ? null : { type: 'Point', coordinates: [lng, lat] }
}

function degrees(text: string | undefined): number | null {
  const plain = (text ?? '').trim().replace(/°$/, '')
  const value = plain === '' ? Number.NaN : Number(plain)
  return Number.isFinite(value) ? value : null
}

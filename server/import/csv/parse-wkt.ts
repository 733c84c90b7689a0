import type { Geometry, Position } from 'geojson'

type Nested = Position | Nested[]

const TYPES: Record<string, { type: Exclude<Geometry['type'], 'GeometryCollection'>; depth: number }> = {
  POINT: { type: 'Point', depth: 0 },
  MULTIPOINT: { type: 'MultiPoint', depth: 1 },
  LINESTRING: { type: 'LineString', depth: 1 },
  MULTILINESTRING: { type: 'MultiLineString', depth: 2 },
  POLYGON: { type: 'Polygon', depth: 2 },
  MULTIPOLYGON: { type: 'MultiPolygon', depth: 3 },
}

/**
 * Well-known text (OGC 06-103r4) → GeoJSON geometry, or null where it is none. An `SRID=…;` in front (EWKT) is dropped;
 * Z and M values are dropped; EMPTY and geometry collections give null.
 */
export function parseWkt(text: string): Geometry | null {
  const match = /^\s*(?:SRID=\d+;)?\s*([A-Z]+)\s*(?:ZM|Z|M)?\s*(\(.*\))\s*$/is.exec(text)
  const kind = TYPES[(match?.[1] ?? '').toUpperCase()]
  const body = match?.[2]
  if (kind === undefined || body === undefined || /[^0-9eE.+\-\s,()]/.test(body)) return null
  const points = kind.type === 'MultiPoint' ? body.replace(/\(\s*([^(),]+?)\s*\)/g, '$1') : body
  const json = points
    .replace(/[0-9eE.+-]+(?:\s+[0-9eE.+-]+)*/g, (numbers) => `[${numbers.trim().split(/\s+/).map(toJson).join(',')}]`)
    .replace(/\(/g, '[')
    .replace(/\)/g, ']')
  const coordinates = parseNested(kind.depth === 0 ? json.replace(/^\s*\[|\]\s*$/g, '') : json)
  if (coordinates === null || depthOf(coordinates) !== kind.depth) return null
  return { type: kind.type, coordinates: flat(coordinates) } as Geometry
}

function toJson(number: string): string {
  const value = Number(number)
  return Number.isFinite(value) ? String(value) : 'null'
}

function parseNested(json: string): Nested | null {
  try {
    return JSON.parse(json) as Nested
  } catch {
    return null
  }
}

/** Nesting above the positions, where all branches agree; -1 where they do not or a position is no pair of numbers. */
function depthOf(value: Nested): number {
  if (isPosition(value)) return value.length >= 2 ? 0 : -1
  const depths = new Set(value.map((item) => (Array.isArray(item) ? depthOf(item as Nested) : -1)))
  const [depth] = depths
  return depths.size === 1 && depth !== undefined && depth >= 0 ? depth + 1 : -1
}

function isPosition(value: Nested): value is Position {
  return value.every((item) => typeof item === 'number')
}

function flat(value: Nested): Nested {
  return isPosition(value) ? value.slice(0, 2) : value.map((item) => flat(item as Nested))
}

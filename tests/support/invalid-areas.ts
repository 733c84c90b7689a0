import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { GeometryFaultCode } from '#shared/geometry/fault.ts'
import { FIGURES, LAYS } from './invalid-figures.ts'

export type JudgedArea = { name: string; fault: GeometryFaultCode | null; area: Polygon | MultiPolygon }

const STEP = 0.0004
const AT = [109.52, 34.52] as const

/**
 * Areas in the tests' county, of figures turned and mirrored, each begun at another corner: whatever is
 * found must not hang on where a ring begins or which way it turns.
 */
export const JUDGED_AREAS: readonly JudgedArea[] = FIGURES.flatMap(({ name, fault, polygons }) =>
  LAYS.map((lay, n): JudgedArea => {
    const place = (at: Position): Position => {
      const [x, y] = lay(at) as [number, number]
      return [Number((AT[0] + x * STEP).toFixed(7)), Number((AT[1] + y * STEP).toFixed(7))]
    }
    const closed = fault !== 'ring_not_closed'
    const coordinates = polygons.map((part) => part.map((ring) => (closed ? begunAt(ring, n) : ring).map(place)))
    const area = coordinates.length === 1 ? { type: 'Polygon' as const, coordinates: coordinates[0]! } : { type: 'MultiPolygon' as const, coordinates }
    return { name: `${name}, lay ${n}`, fault, area }
  }),
)

function begunAt(ring: Position[], n: number): Position[] {
  const open = ring.slice(0, -1)
  const start = n % open.length
  const turned = [...open.slice(start), ...open.slice(0, start)]
  return [...turned, turned[0]!]
}

const [lng, lat] = AT
const ring = (fourth: string) => `[[${lng},${lat}],[${lng + 0.004},${lat}],[${lng + 0.004},${lat + 0.004}],${fourth},[${lng},${lat}]]`
const polygon = (coordinates: string) => `{"type":"Polygon","coordinates":${coordinates}}`

/** What is no area at all, as JSON text: numbers that are none, and coordinates that are not nested as GeoJSON asks. */
export const NO_AREAS: readonly [name: string, text: string][] = [
  ['infinity', polygon(`[${ring(`[1e999,${lat}]`)}]`)],
  ['minus infinity', polygon(`[${ring(`[${lng},-1e999]`)}]`)],
  ['null for a number', polygon(`[${ring('[null,null]')}]`)],
  ['NaN as text', polygon(`[${ring(`["NaN",${lat}]`)}]`)],
  ['a number as text', polygon(`[${ring(`["${lng}",${lat}]`)}]`)],
  ['true for a number', polygon(`[${ring(`[true,${lat}]`)}]`)],
  ['a position of one number', polygon(`[${ring(`[${lng}]`)}]`)],
  ['an empty position', polygon(`[${ring('[]')}]`)],
  ['null for a position', polygon(`[${ring('null')}]`)],
  ['a level too few', polygon(ring(`[${lng},${lat + 0.004}]`))],
  ['a level too many', polygon(`[[${ring(`[${lng},${lat + 0.004}]`)}]]`)],
  ['no ring', polygon('[]')],
  ['an empty ring', polygon('[[]]')],
  ['null for a ring', polygon('[null]')],
  ['no coordinates', '{"type":"Polygon"}'],
  ['null for coordinates', polygon('null')],
  ['text for coordinates', polygon('"POLYGON((0 0,1 0,1 1,0 0))"')],
  ['no polygon', '{"type":"MultiPolygon","coordinates":[]}'],
  ['an empty polygon', '{"type":"MultiPolygon","coordinates":[[]]}'],
  ['a line', `{"type":"LineString","coordinates":${ring(`[${lng},${lat + 0.004}]`)}}`],
  ['a point', `{"type":"Point","coordinates":[${lng},${lat}]}`],
  ['a collection', `{"type":"GeometryCollection","geometries":[${polygon(`[${ring(`[${lng},${lat + 0.004}]`)}]`)}]}`],
  ['a feature', `{"type":"Feature","properties":{},"geometry":${polygon(`[${ring(`[${lng},${lat + 0.004}]`)}]`)}}`],
  ['latitude first', polygon(`[${ring(`[${lat},${lng}]`)}]`)],
  ['beyond the poles', polygon(`[${ring(`[${lng},91]`)}]`)],
  ['an edge round the world', polygon(`[${ring(`[-170,${lat}]`)}]`)],
]

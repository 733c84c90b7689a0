import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Bounds } from './position.ts'
import { signedArea } from './ring-direction.ts'

/**
 * For each of `count` equal bands of latitude of an area's bounds the edges that reach it: `items` from `offsets[k]` to
 * `offsets[k + 1]`.
 */
export type EdgeBands = { count: number; offsets: Uint32Array; items: Uint32Array }

/** An area laid out for many questions: its edges in flat columns, each with the inside on its left. */
export type PreparedArea = {
  bounds: Bounds
  ax: Float64Array
  ay: Float64Array
  bx: Float64Array
  by: Float64Array
  /** Only `edgeBands` (edge-bands.ts) reads and writes them. */
  bands: EdgeBands | null
}

/** Prepares a valid area in degrees, [lng, lat] EPSG:4326; ring directions as given do not matter. */
export function prepareArea(area: Polygon | MultiPolygon): PreparedArea {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  let most = 0
  for (const rings of polygons) for (const ring of rings) most += Math.max(0, ring.length - 1)
  const { buffer } = new Float64Array(4 * most)
  const columns = columnsOf(buffer, most, most)
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  let count = 0
  for (const rings of polygons)
    for (let r = 0; r < rings.length; r++) count = writeRing(rings[r]!, r > 0, columns, count, bounds)
  return { bounds, ...(count < most ? columnsOf(buffer, most, count) : columns), bands: null }
}

/** The first `count` of each of four columns that lie one after the other. */
const columnsOf = (buffer: ArrayBuffer, most: number, count: number): EdgeColumns => ({
  ax: new Float64Array(buffer, 0, count),
  ay: new Float64Array(buffer, 8 * most, count),
  bx: new Float64Array(buffer, 16 * most, count),
  by: new Float64Array(buffer, 24 * most, count),
})

type EdgeColumns = Pick<PreparedArea, 'ax' | 'ay' | 'bx' | 'by'>

// this runs at every movement of a vertex: one pass, nothing allocated for an edge
function writeRing(ring: Position[], isHole: boolean, { ax, ay, bx, by }: EdgeColumns, from: number, bounds: Bounds): number {
  if (ring.length === 0) return from
  const onLeft = signedArea(ring) > 0 !== isHole
  let at = from
  let x0 = ring[0]![0]!
  let y0 = ring[0]![1]!
  for (let i = 0; i < ring.length; i++) {
    const position = ring[i]!
    const x = position[0]!
    const y = position[1]!
    if (x < bounds[0]) bounds[0] = x
    if (y < bounds[1]) bounds[1] = y
    if (x > bounds[2]) bounds[2] = x
    if (y > bounds[3]) bounds[3] = y
    if (x === x0 && y === y0) continue
    ax[at] = onLeft ? x0 : x
    ay[at] = onLeft ? y0 : y
    bx[at] = onLeft ? x : x0
    by[at++] = onLeft ? y : y0
    x0 = x
    y0 = y
  }
  return at
}

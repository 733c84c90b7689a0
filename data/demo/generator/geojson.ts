import { counterClockwise, signedArea } from './polygon.ts'
import type { Ring } from './polygon.ts'
import { toLngLat } from './projection.ts'
import type { Xy } from './vector.ts'

export type Geometry =
  | { type: 'Point'; coordinates: [number, number] }
  | { type: 'LineString'; coordinates: [number, number][] }
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] }
export type Properties = Readonly<Record<string, unknown>>
export type Feature = { type: 'Feature'; properties: Properties; geometry: Geometry }

const closed = (ring: Ring): [number, number][] => {
  const out = ring.map(toLngLat).filter((p, i, all) => i === 0 || p[0] !== all[i - 1]![0] || p[1] !== all[i - 1]![1])
  const [first, last] = [out[0]!, out.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] ? out : [...out, first]
}
const hole = (ring: Ring): Ring => (signedArea(ring) > 0 ? [...ring].reverse() : ring)

/** RFC 7946 geometries: outer rings counter-clockwise, rings closed. */
export const point = (p: Xy): Geometry => ({ type: 'Point', coordinates: toLngLat(p) })
export const lineString = (line: readonly Xy[]): Geometry => ({ type: 'LineString', coordinates: line.map(toLngLat) })
export const polygon = (outer: Ring, holes: readonly Ring[] = []): Geometry => ({ type: 'Polygon', coordinates: [closed(counterClockwise(outer)), ...holes.map((h) => closed(hole(h)))] })
export const multi = (parts: readonly { outer: Ring; holes: readonly Ring[] }[]): Geometry =>
  parts.length === 1
    ? polygon(parts[0]!.outer, parts[0]!.holes)
    : { type: 'MultiPolygon', coordinates: parts.map((p) => [closed(counterClockwise(p.outer)), ...p.holes.map((h) => closed(hole(h)))]) }

/** A feature; properties that are empty, false or absent are left out, which readers take as just that. */
export const feature = (properties: Properties, geometry: Geometry): Feature => ({
  type: 'Feature',
  properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== '' && value !== false && value !== undefined)),
  geometry,
})

/** A feature collection with one feature a line. */
export const collection = (features: readonly Feature[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.map((f) => JSON.stringify(f)).join(',\n')}\n]}\n`

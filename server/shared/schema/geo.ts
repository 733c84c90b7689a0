import { Type, type Static } from 'typebox'
import type { Feature, Geometry, MultiPolygon, Point } from 'geojson'

const geometry = <T extends Geometry>(type: string, description: string) =>
  Type.Unsafe<T>(Type.Object({ type: Type.Literal(type), coordinates: Type.Array(Type.Unknown()) }, { description }))

export const PointGeometry = geometry<Point>('Point', 'RFC 7946 Point, [lng, lat] in EPSG:4326')
export const AreaGeometry = geometry<MultiPolygon>('MultiPolygon', 'RFC 7946 MultiPolygon, [lng, lat] in EPSG:4326, right-hand rule')

/** Geometry as it comes in: anything at all, so that the geometry check can name what is wrong with it. */
export const UncheckedGeometry = Type.Unknown({ description: 'RFC 7946 Polygon or MultiPolygon; every fault is named with its place' })

/** `[west, south, east, north]` in degrees. */
export const Bounds = Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])
export type Bounds = Static<typeof Bounds>

export const BboxQuery = Type.String({
  pattern: String.raw`^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$`,
  description: 'west,south,east,north in degrees (EPSG:4326)',
  examples: ['109.4,34.4,109.6,34.6'],
})

export const featureOf = <G extends Geometry, P extends ReturnType<typeof Type.Object>>(geometry: ReturnType<typeof Type.Unsafe<G>>, properties: P) =>
  Type.Object({ type: Type.Literal('Feature'), id: Type.Union([Type.String(), Type.Integer()]), geometry, properties })

export type FeatureOf<G extends Geometry, P> = Omit<Feature<G, P & Record<string, unknown>>, 'properties' | 'id'> & { id: string | number; properties: P }

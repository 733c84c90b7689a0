import type { Geometry } from 'geojson'

/** One feature as its file has it: geometry in the file's own coordinate system, properties by the file's names. */
export interface RawFeature {
  number: number
  id?: string | number
  geometry: Geometry | null
  properties: Record<string, unknown>
}

/**
 * An open file: `crs` is the coordinate system the file itself declares (a name or WKT), null where it says nothing.
 */
export interface FeatureSource {
  crs: string | null
  features: AsyncIterable<RawFeature>
}

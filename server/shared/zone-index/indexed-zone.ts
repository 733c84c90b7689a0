import type { MultiPolygon } from 'geojson'

/** The three kinds of zone as the index knows them: sealed is the strictest, precaution the least strict. */
export type IndexedKind = 'sealed' | 'controlled' | 'precaution'

/** A zone in force as the index takes it: its geometry is a valid MultiPolygon in EPSG:4326, positions [lng, lat]. */
export type IndexedZone = {
  id: string
  kind: IndexedKind
  geometry: MultiPolygon
}

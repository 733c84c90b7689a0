import type { FeatureCollection, Geometry } from 'geojson'
import type { GeoJSONSource, Map } from 'maplibre-gl'
import type { OwnSource } from './own-sources.ts'

/** Puts shapes into one of our sources. */
export const setData = (map: Map, source: OwnSource, data: FeatureCollection | Geometry | null): void => {
  void map.getSource<GeoJSONSource>(source)?.setData(data ?? { type: 'FeatureCollection', features: [] })
}

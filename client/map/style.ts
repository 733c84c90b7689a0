import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { Look } from './look.ts'
import { ORDER } from './order.ts'
import { OWN_SOURCES, type OwnSource } from './own-sources.ts'

const empty = (id: OwnSource): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  // full coordinates, so that an edge seen close up is the edge in force
  ...(id === 'zones' || id === 'draft' ? { tolerance: 0, maxzoom: 18 } : {}),
  ...(id === 'zones' || id === 'checkpoints' ? { promoteId: 'id' } : {}),
})

export const basemapUrl = (origin: string): string => `${origin}/tiles/basemap.json`

/** The style of the map. Without `glyphs` and `sprite` nothing is fetched but our own tiles: MapLibre draws letters itself. */
export const buildStyle = (look: Look, origin: string): StyleSpecification => ({
  version: 8,
  sources: {
    basemap: { type: 'vector', url: basemapUrl(origin) },
    ...Object.fromEntries(OWN_SOURCES.map((id) => [id, empty(id)])),
  },
  layers: ORDER.flatMap((file) => file.layers(look)),
})

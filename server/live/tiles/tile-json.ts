import { BASEMAP_MAX_ZOOM } from '../../store/basemap-zooms.ts'
import { ZONE_MAX_ZOOM } from './zone-tile.ts'

type Bounds = [number, number, number, number]

const names = { name: 'String', name_en: 'String' }
const BASEMAP_LAYERS = [
  { id: 'areas', description: 'Boundaries (polygons)', fields: { code: 'String', level: 'String', ...names } },
  { id: 'area_labels', description: 'One point in each area', fields: { code: 'String', level: 'String', ...names } },
  { id: 'water', description: 'Lakes, rivers with banks', fields: { kind: 'String', ...names } },
  { id: 'water_lines', description: 'Rivers, canals, streams as lines', fields: { kind: 'String', ...names } },
  {
    id: 'roads',
    description: 'Roads, railways, ferries; bridges after what they cross',
    fields: {
      class: 'String',
      ...names,
      ref: 'String',
      bridge: 'Boolean',
      tunnel: 'Boolean',
      oneway: 'Boolean',
      layer: 'Number',
    },
  },
  { id: 'buildings', description: 'Footprints', fields: { levels: 'Number', use: 'String', ...names } },
  { id: 'places', description: 'Key places and resources', fields: { id: 'Number', kind: 'String', ...names } },
  {
    id: 'house_numbers',
    description: 'For map zoom 17 and more',
    minzoom: BASEMAP_MAX_ZOOM,
    maxzoom: BASEMAP_MAX_ZOOM,
    fields: { number: 'String' },
  },
]
const zoneFields = { id: 'String', version: 'Number', kind: 'String', review_by: 'String', ...names }
const ZONE_LAYERS = [
  { id: 'zones', description: 'Public zones in force, the strictest last', fields: zoneFields },
  { id: 'zone_points', description: 'A mark for each, at every zoom', fields: { ...zoneFields, people: 'Number' } },
]

/** TileJSON 3.0 of the ground; its tiles are named with the version that they are of, so that they may be kept. */
export const basemapTileJson = (origin: string, version: number, bounds: Bounds | null) =>
  tileJson(
    'Sanqu ground',
    `${origin}/tiles/basemap/{z}/{x}/{y}.mvt?v=${version}`,
    BASEMAP_MAX_ZOOM,
    BASEMAP_LAYERS,
    bounds,
  )

/** TileJSON 3.0 of the public zones in force. */
export const zoneTileJson = (origin: string, version: number) =>
  tileJson(
    'Sanqu zones in force',
    `${origin}/tiles/zones/{z}/{x}/{y}.mvt?v=${version}`,
    ZONE_MAX_ZOOM,
    ZONE_LAYERS,
    null,
  )

function tileJson(name: string, tiles: string, maxzoom: number, layers: { id: string }[], bounds: Bounds | null) {
  const vector_layers = layers.map((layer) => ({ minzoom: 0, maxzoom, ...layer }))
  return {
    tilejson: '3.0.0',
    name,
    scheme: 'xyz',
    tiles: [tiles],
    minzoom: 0,
    maxzoom,
    vector_layers,
    ...(bounds !== null && { bounds }),
  }
}

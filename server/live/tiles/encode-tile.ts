import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Path } from './path.ts'
import { EXTENT } from './mercator.ts'

export type TagValue = string | number | boolean
export type TileFeature = {
  /** 1 points, 2 lines, 3 polygons; whole tile units. */
  type: 1 | 2 | 3
  geometry: Path | Path[]
  tags: Record<string, TagValue>
}
export type TileLayers = Record<string, TileFeature[]>

/** Mapbox Vector Tile 2.1; layers without features are left out, and a tile without layers has no bytes. */
export function encodeTile(layers: TileLayers): Uint8Array {
  const filled = Object.entries(layers).filter(([, features]) => features.length > 0)
  const tiles = filled.map(([name, features]) => [name, { features }] as const)
  return fromGeojsonVt(Object.fromEntries(tiles) as unknown as Parameters<typeof fromGeojsonVt>[0], {
    version: 2,
    extent: EXTENT,
  })
}

import { basemapRows, type BasemapRow } from '../../store/basemap.ts'
import { ROADS_FROM } from '../../store/basemap-zooms.ts'
import type { Db } from '../../store/connect.ts'
import { drawGround } from './ground/draw-ground.ts'
import type { GroundShapes } from './ground/ground-shapes.ts'
import { encodeTile, type TileFeature, type TileLayers } from './encode-tile.ts'
import { BUFFER, tileBounds, toTileUnits, unitDegrees, type TileId } from './mercator.ts'
import { readWkb, type WkbShape } from '../../store/read-wkb.ts'
import { toTilePolygon, toWhole } from './rings.ts'

const ROAD_ORDER = new Map(Object.keys(ROADS_FROM).map((name, order) => [name, order]))

/**
 * A vector tile of the ground: areas and their names, water, roads, buildings, places, house numbers. Roads and
 * buildings come from memory where they are `shapes`, from the database where they are null.
 */
export async function basemapTile(db: Db, tile: TileId, shapes: GroundShapes | null): Promise<Uint8Array> {
  const rows = await basemapRows(db, {
    z: tile.z,
    bounds: tileBounds(tile, 0),
    wide: tileBounds(tile, BUFFER),
    unit: unitDegrees(tile.z),
    shapes: shapes === null,
  })
  const layers: TileLayers = {}
  for (const row of rows.sort(byRoadOrder)) {
    const features = (layers[row.layer] ??= [])
    for (const shape of joined(readWkb(row.wkb))) features.push(...toFeature(shape, row, tile))
  }
  const rest = encodeTile(layers)
  // a tile is its layers one after the other
  return shapes === null ? rest : Buffer.concat([rest, drawGround(shapes, tile)])
}

// bridges over what they cross, larger roads over smaller ones
const byRoadOrder = (a: BasemapRow, b: BasemapRow) => height(a) - height(b)
function height({ layer, tags }: BasemapRow): number {
  return layer === 'roads' ? Number(tags['layer'] ?? 0) * 100 + (ROAD_ORDER.get(String(tags['class'])) ?? 0) : 0
}

/** The parts of one feature's lines or polygons together: one feature, not many. */
function joined(shapes: WkbShape[]): { type: 1 | 2 | 3; parts: WkbShape[] }[] {
  return ([1, 2, 3] as const)
    .map((type) => ({ type, parts: shapes.filter((shape) => shape.type === type) }))
    .filter(({ parts }) => parts.length > 0)
}

function toFeature(
  { type, parts }: { type: 1 | 2 | 3; parts: WkbShape[] },
  { tags }: BasemapRow,
  tile: TileId,
): TileFeature[] {
  const paths = parts.map((part) => part.paths.map((path) => path.map(([lng, lat]) => toTileUnits(tile, lng, lat))))
  if (type === 1) return paths.flat().map((path) => ({ type, geometry: toWhole(path), tags }))
  const geometry =
    type === 2
      ? paths
          .flat()
          .map(toWhole)
          .filter((path) => path.length > 1)
      : paths.flatMap((rings) => toTilePolygon(rings) ?? [])
  return geometry.length === 0 ? [] : [{ type, geometry, tags }]
}

import { ROADS_FROM } from '../../../store/basemap-zooms.ts'
import { byteWriter, written } from '../byte-writer.ts'
import { clipLine } from '../clip-line.ts'
import { clipRing } from '../clip.ts'
import { BUFFER, DRAWING_ZOOM, EXTENT, type TileId } from '../mercator.ts'
import { createPen, lift, penLine, penRing, type Pen } from '../pen.ts'
import { flatArea2 } from '../ring-at.ts'
import { createTileLayer } from '../tile-layer.ts'
import type { TagValue } from '../tile-values.ts'
import { NEAR_ROADS_FROM, type GroundShapes, type ShapeLayer } from './ground-shapes.ts'
import { pathAt } from './path-at.ts'
import { writeTagSet } from './tag-sets.ts'

const ROAD_KEYS = ['class', 'name', 'name_en', 'ref', 'bridge', 'tunnel', 'layer', 'oneway']
const BUILDING_KEYS = ['levels', 'use', 'name', 'name_en']
const ROAD_ORDER = new Map(Object.keys(ROADS_FROM).map((name, order) => [name, order]))

/** The layers `roads` and `buildings` of a tile from memory (MVT 2.1); no bytes where there are none. */
export function drawGround(shapes: GroundShapes, tile: TileId): Uint8Array<ArrayBuffer> {
  const out = byteWriter(4096)
  const roads = createTileLayer('roads', ROAD_KEYS)
  const buildings = createTileLayer('buildings', BUILDING_KEYS)
  const pen = createPen()
  const tags = byteWriter(64)
  const lines = tile.z < NEAR_ROADS_FROM ? shapes.farRoads : shapes.roads
  for (const { set, shapes: found } of bySet(lines, tile)) {
    lift(pen)
    for (const shape of found) penShape(pen, lines, shape, tile, penOpen)
    if (pen.out.length === 0) continue
    writeTagSet(tags, roads, ROAD_KEYS, lines.tags.get(set))
    roads.add(2, tags, pen.out)
  }
  for (const shape of shapes.buildings.near(tile, BUFFER).sort((a, b) => a - b)) {
    lift(pen)
    penShape(pen, shapes.buildings, shape, tile, penClosed)
    if (pen.out.length === 0) continue
    writeTagSet(tags, buildings, BUILDING_KEYS, shapes.buildings.tags.get(shapes.buildings.columns.tags[shape]!))
    buildings.add(3, tags, pen.out)
  }
  roads.finish(out)
  buildings.finish(out)
  return written(out)
}

/** Roads with the same tags are one feature; bridges over what they cross, larger roads over smaller ones. */
function bySet({ near, columns, tags }: ShapeLayer, tile: TileId): { set: number; shapes: number[] }[] {
  const sets = new Map<number, number[]>()
  for (const shape of near(tile, BUFFER)) {
    const set = columns.tags[shape]!
    const found = sets.get(set)
    if (found) found.push(shape)
    else sets.set(set, [shape])
  }
  const drawn = [...sets].map(([set, shapes]) => ({ set, shapes: shapes.sort((a, b) => a - b), height: heightOf(tags.get(set)) }))
  return drawn.sort((a, b) => a.height - b.height || a.set - b.set)
}

const heightOf = ({ layer, class: name }: Record<string, TagValue>) =>
  Number(layer ?? 0) * 100 + (ROAD_ORDER.get(String(name)) ?? 0)

/** `cut` says whether the path may reach beyond the tile; `state` is the shape's own. */
type PenPath = (pen: Pen, path: number[], cut: boolean, isOuter: boolean, state: { open: boolean }) => void

function penShape(pen: Pen, { columns }: ShapeLayer, shape: number, { z, x, y }: TileId, penPath: PenPath): void {
  const state = { open: true }
  const unit = 2 ** (DRAWING_ZOOM - z)
  const [west, north] = [(x * EXTENT - BUFFER + 1) * unit, (y * EXTENT - BUFFER + 1) * unit]
  const side = (EXTENT + 2 * BUFFER - 2) * unit
  const { boxes } = columns
  const cut = boxes[4 * shape]! < west || boxes[4 * shape + 1]! < north || boxes[4 * shape + 2]! > west + side || boxes[4 * shape + 3]! > north + side
  const first = shape === 0 ? 0 : columns.shapeEnds[shape - 1]!
  for (let path = first; path < columns.shapeEnds[shape]!; path++)
    penPath(pen, pathAt(columns, path, z, x * EXTENT, y * EXTENT), cut, columns.outer[path] === 1, state)
}

const penOpen: PenPath = (pen, path, cut) => {
  if (!cut) {
    if (path.length >= 4) penLine(pen, path)
    return
  }
  for (const piece of clipLine(path, -BUFFER, EXTENT + BUFFER)) penLine(pen, piece)
}

// holes of an outer ring that is not drawn are not either
const penClosed: PenPath = (pen, path, cut, isOuter, state) => {
  if (!isOuter && !state.open) return
  const ring = cut ? clipRing(path, -BUFFER, EXTENT + BUFFER) : path
  const area = flatArea2(ring)
  if (isOuter) state.open = area !== 0
  if (area !== 0) penRing(pen, ring, area > 0 !== isOuter)
}

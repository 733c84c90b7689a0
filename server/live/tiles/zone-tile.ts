import type { LiveZone } from '../../store/live-zones.ts'
import { byteWriter, makeRoom, putVarint, writeVarint, written, type ByteWriter } from './byte-writer.ts'
import { BUFFER, DRAWING_ZOOM, EXTENT, type TileId } from './mercator.ts'
import { createPen, lift, penPoint } from './pen.ts'
import { LEAST_SIDE, penZone } from './pen-zone.ts'
import { createTileLayer, type TileLayer } from './tile-layer.ts'
import { drawZone, type ZoneDrawing } from './zone-drawing.ts'
import { createZonesNear, type ZonesNear } from './zones-near.ts'

// patterns and wide edges of zones reach farther than roads do
const ZONE_BUFFER = 2 * BUFFER
/** How far beyond a tile's edge a zone may lie and still be in it: a tiny one is drawn larger than it is. */
export const ZONE_REACH = ZONE_BUFFER + LEAST_SIDE

export const ZONE_MAX_ZOOM = DRAWING_ZOOM

const KEYS = ['kind', 'version', 'id', 'name', 'review_by', 'name_en', 'people']
const [KIND, VERSION, ID, PEOPLE] = [0, 1, 2, 6] as const

export type ZoneTiler = {
  /** Draws a tile of the zones, which are given with the strictest first. */
  tile(zones: readonly LiveZone[], tile: TileId): Uint8Array
  /** Readies the next so many zones that are new, so that the first tile need not; false when all are ready. */
  prepare(zones: readonly LiveZone[], count: number): boolean
}

/**
 * Vector tiles of zones: `zones` (polygons; every zone that meets a tile is in it, however small) and `zone_points`
 * (one mark a zone, at every zoom). What tiles share is kept as long as the zone is, and the index as long as the list.
 */
export function createZoneTiler(): ZoneTiler {
  const kept = new WeakMap<LiveZone, ZoneDrawing>()
  let of: readonly LiveZone[] = []
  let drawings: ZoneDrawing[] = []
  let near: ZonesNear = () => new Uint32Array()
  const polygons = createTileLayer('zones', KEYS)
  const marks = createTileLayer('zone_points', KEYS)
  const out = byteWriter(4096)
  const pen = createPen()
  const tags = byteWriter(64)

  const drawingOf = (zone: LiveZone) => {
    const known = kept.get(zone)
    if (known !== undefined) return known
    const drawing = drawZone(zone)
    kept.set(zone, drawing)
    return drawing
  }
  const ready = (zones: readonly LiveZone[]) => {
    if (of === zones) return
    drawings = zones.map(drawingOf)
    near = createZonesNear(drawings)
    of = zones
  }
  return {
    tile(zones, tile) {
      ready(zones)
      const shift = DRAWING_ZOOM - tile.z
      const found = near(tile, ZONE_REACH)
      // the strictest last, so that it lies on top
      for (let n = found.length - 1; n >= 0; n--) {
        const i = found[n]!
        const [zone, drawing] = [zones[i]!, drawings[i]!]
        lift(pen)
        penZone(pen, drawing, tile, ZONE_BUFFER)
        if (pen.out.length > 0) {
          writeTags(tags, polygons, zone, drawing)
          polygons.add(3, tags, pen.out)
        }
        const x = (drawing.mark[0] >> shift) - tile.x * EXTENT
        const y = (drawing.mark[1] >> shift) - tile.y * EXTENT
        if (x < 0 || y < 0 || x >= EXTENT || y >= EXTENT) continue
        lift(pen)
        penPoint(pen, x, y)
        writeTags(tags, marks, zone, drawing)
        writeVarint(tags, PEOPLE)
        writeVarint(tags, marks.value(zone.people))
        marks.add(1, tags, pen.out)
      }
      out.length = 0
      polygons.finish(out)
      marks.finish(out)
      return written(out)
    },
    prepare(zones, count) {
      if (of === zones) return false
      let left = count
      for (const zone of zones) {
        if (kept.has(zone)) continue
        if (left-- === 0) return true
        drawingOf(zone)
      }
      ready(zones)
      return false
    },
  }
}

function writeTags(tags: ByteWriter, layer: TileLayer, { kind, version }: LiveZone, { values, valueCount }: ZoneDrawing): void {
  tags.length = 0
  makeRoom(tags, 10 * (2 + valueCount))
  const { bytes } = tags
  let at = putVarint(bytes, putVarint(bytes, 0, KIND), layer.value(kind))
  at = putVarint(bytes, putVarint(bytes, at, VERSION), layer.value(version))
  const first = layer.own(values, valueCount)
  for (let i = 0; i < valueCount; i++) at = putVarint(bytes, putVarint(bytes, at, ID + i), first + i)
  tags.length = at
}

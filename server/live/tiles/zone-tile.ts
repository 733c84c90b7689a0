import Flatbush from 'flatbush'
import type { LiveZone } from '../../store/live-zones.ts'
import { byteWriter, writeVarint } from './byte-writer.ts'
import { BUFFER, EXTENT, tileBounds, toTileUnits, type TileId } from './mercator.ts'
import { createPen, drawPoint, drawShape, restart } from './polygon-commands.ts'
import { createTileLayer } from './tile-layer.ts'
import { createZoneTags, TAG_KEYS } from './zone-tags.ts'
import { createZoneShapes, LEAST_SIDE } from './zone-shape.ts'

// patterns and wide edges of zones reach farther than roads do
export const ZONE_BUFFER = 2 * BUFFER
/** How far beyond a tile's edge a zone may lie and still be in it: a tiny one is drawn larger than it is. */
export const ZONE_REACH = ZONE_BUFFER + LEAST_SIDE

export const ZONE_MAX_ZOOM = 16

/** Whether two [west, south, east, north] meet. */
export const touch = (
  a: readonly [number, number, number, number],
  b: readonly [number, number, number, number],
): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

/** Draws tiles of the zones, which are given with the strictest first. */
export type ZoneTiler = (zones: readonly LiveZone[], tile: TileId) => Uint8Array

/**
 * Vector tiles of zones: `zones` (polygons; every zone that meets a tile is in it, however small) and `zone_points`
 * (one mark a zone). What can be reused of a zone is kept as long as the zone, and the index as long as the list.
 */
export function createZoneTiler(): ZoneTiler {
  const shapeOf = createZoneShapes()
  const tagsOf = createZoneTags()
  const nearOf = createNear()
  const pen = createPen()
  const tags = byteWriter(64)
  return (zones, tile) => {
    const polygons = createTileLayer('zones', TAG_KEYS)
    const marks = createTileLayer('zone_points', TAG_KEYS)
    const origin: [number, number] = [tile.x * EXTENT, tile.y * EXTENT]
    for (const i of nearOf(zones, tile)) {
      const zone = zones[i]!
      restart(pen)
      drawShape(pen, shapeOf(zone, tile.z), origin, -ZONE_BUFFER, EXTENT + ZONE_BUFFER)
      if (pen.out.length > 0) {
        tagsOf(zone, polygons, tags)
        polygons.add(3, tags, pen.out)
      }
      const [x, y] = toTileUnits(tile, zone.labelAt[0], zone.labelAt[1])
      if (x < 0 || y < 0 || x >= EXTENT || y >= EXTENT) continue
      restart(pen)
      drawPoint(pen, Math.floor(x), Math.floor(y))
      tagsOf(zone, marks, tags)
      writeVarint(tags, TAG_KEYS.length - 1) // people
      writeVarint(tags, marks.value(zone.people))
      marks.add(1, tags, pen.out)
    }
    return Buffer.concat([polygons.finish(), marks.finish()])
  }
}

/** The places in the list of the zones near a tile, the last first: the strictest is drawn last, on top. */
function createNear(): (zones: readonly LiveZone[], tile: TileId) => number[] {
  let of: readonly LiveZone[] = []
  let index: Flatbush | null = null
  return (zones, tile) => {
    if (of !== zones) {
      of = zones
      index = zones.length === 0 ? null : new Flatbush(zones.length)
      for (const { bounds } of zones) index?.add(...bounds)
      index?.finish()
    }
    return (index?.search(...tileBounds(tile, ZONE_REACH)) ?? []).sort((a, b) => b - a)
  }
}

import type { LiveZone } from '../../store/live-zones.ts'
import { clipRing, type Path } from './clip.ts'
import { encodeTile, tagsOf, type TileFeature } from './encode-tile.ts'
import { BUFFER, EXTENT, tileBounds, toTileUnits, type TileId } from './mercator.ts'
import { toTilePolygon } from './rings.ts'
import { simplify } from './simplify.ts'

// patterns and wide edges of zones reach farther than roads do
export const ZONE_BUFFER = 2 * BUFFER
// below half a pixel of a 512-pixel tile; at the greatest zoom nothing is left out
const TOLERANCE = 3

export const ZONE_MAX_ZOOM = 16

/**
 * A vector tile of zones: `zones` (polygons) and `zone_points` (one mark a zone, at every zoom, so that no zone
 * vanishes however small it is drawn).
 */
export function zoneTile(zones: readonly LiveZone[], tile: TileId): Uint8Array {
  const within = tileBounds(tile, ZONE_BUFFER)
  const near = zones.filter(({ bounds }) => touch(bounds, within)).reverse() // the strictest is drawn last, on top
  return encodeTile({
    zones: near.flatMap((zone) => polygonsOf(zone, tile)),
    zone_points: near.flatMap((zone) => markOf(zone, tile)),
  })
}

/** Whether two [west, south, east, north] meet. */
export const touch = (
  a: readonly [number, number, number, number],
  b: readonly [number, number, number, number],
): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

function polygonsOf(zone: LiveZone, tile: TileId): TileFeature[] {
  const parts: Path[] = []
  for (const polygon of zone.geometry.coordinates) {
    const rings = polygon.map((ring) =>
      cut(
        ring.map(([lng, lat]) => toTileUnits(tile, lng!, lat!)),
        tile.z,
      ),
    )
    const [outer, ...holes] = rings
    if (outer === undefined || outer.length === 0) continue
    parts.push(...(toTilePolygon([outer, ...holes.filter((hole) => hole.length > 0)]) ?? []))
  }
  return parts.length === 0 ? [] : [{ type: 3, geometry: parts, tags: tags(zone) }]
}

const cut = (ring: Path, z: number) =>
  clipRing(z >= ZONE_MAX_ZOOM ? ring : simplify(ring, TOLERANCE), -ZONE_BUFFER, EXTENT + ZONE_BUFFER)

function markOf(zone: LiveZone, tile: TileId): TileFeature[] {
  const [x, y] = toTileUnits(tile, zone.labelAt[0], zone.labelAt[1])
  if (x < 0 || y < 0 || x >= EXTENT || y >= EXTENT) return []
  return [{ type: 1, geometry: [[Math.floor(x), Math.floor(y)]], tags: { ...tags(zone), people: zone.people } }]
}

const tags = (zone: LiveZone) =>
  tagsOf({ id: zone.id, version: zone.version, kind: zone.kind, name: zone.name, name_en: zone.nameEn })

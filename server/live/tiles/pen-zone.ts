import { clipRing } from './clip.ts'
import { DRAWING_ZOOM, EXTENT, type TileId } from './mercator.ts'
import { penRing, type Pen } from './pen.ts'
import { flatArea2, ringAt, ringNear } from './ring-at.ts'
import type { DrawnRing, ZoneDrawing } from './zone-drawing.ts'

/** What is smaller than this is drawn as a square of it, one pixel of a 512-pixel tile: no zone vanishes. */
export const LEAST_SIDE = 8

/** Draws a zone's polygons as a tile shows them, cut `margin` units beyond its edge; nothing where they do not meet. */
export function penZone(pen: Pen, { polygons, box }: ZoneDrawing, { z, x, y }: TileId, margin: number): void {
  const shift = DRAWING_ZOOM - z
  const [ox, oy] = [x * EXTENT, y * EXTENT]
  const [west, north, east, south] = [(box[0] >> shift) - ox, (box[1] >> shift) - oy, (box[2] >> shift) - ox, (box[3] >> shift) - oy]
  if (east - west < LEAST_SIDE && south - north < LEAST_SIDE) return penSquare(pen, (west + east) >> 1, (north + south) >> 1, margin)
  const isWhole = west > -margin && north > -margin && east < EXTENT + margin && south < EXTENT + margin
  const squares = new Set<number>()
  for (const rings of polygons) {
    if (!isWhole && penCut(pen, rings, { z, ox, oy, margin })) continue
    const drawn = outline(rings[0]!, z, ox, oy)
    if (drawn === null) penPart(pen, rings[0]!, z, ox, oy, margin, squares)
    else penPolygon(pen, drawn, rings, { z, ox, oy, margin: isWhole ? null : margin })
  }
}

/** The usual case of a polygon that reaches beyond the tile; false, and nothing drawn, where nothing of it is left. */
function penCut(pen: Pen, rings: DrawnRing[], { z, ox, oy, margin }: { z: number; ox: number; oy: number; margin: number }): boolean {
  for (let i = 0; i < rings.length; i++) {
    const cut = clipRing(ringNear(rings[i]!, z, ox, oy, margin), -margin, EXTENT + margin)
    const area = flatArea2(cut)
    if (area !== 0) penRing(pen, cut, area > 0 !== (i === 0))
    else if (i === 0) return false
  }
  return true
}

/** The outer ring with a little area at least, or null: a narrow polygon must not vanish because its sides lie close. */
function outline(outer: DrawnRing, z: number, ox: number, oy: number): number[] | null {
  const simple = ringAt(outer, z, ox, oy)
  if (flatArea2(simple) !== 0) return simple
  const full = ringAt(outer, z, ox, oy, DRAWING_ZOOM)
  return flatArea2(full) === 0 ? null : full
}

function penPolygon(
  pen: Pen,
  outer: number[],
  rings: DrawnRing[],
  { z, ox, oy, margin }: { z: number; ox: number; oy: number; margin: number | null },
): void {
  for (let i = 0; i < rings.length; i++) {
    const ring = i === 0 ? outer : ringAt(rings[i]!, z, ox, oy)
    const cut = margin === null ? ring : clipRing(ring, -margin, EXTENT + margin)
    const area = flatArea2(cut)
    if (area !== 0) penRing(pen, cut, area > 0 !== (i === 0))
    else if (i === 0) return
  }
}

/** One square for all parts that are too small for more and lie within the same pixel. */
function penPart(pen: Pen, { path }: DrawnRing, z: number, ox: number, oy: number, margin: number, squares: Set<number>): void {
  const shift = DRAWING_ZOOM - z
  const [x, y] = [(path[0]! >> shift) - ox, (path[1]! >> shift) - oy]
  const pixel = Math.floor(x / LEAST_SIDE) * 2 ** 26 + Math.floor(y / LEAST_SIDE)
  if (squares.has(pixel)) return
  squares.add(pixel)
  penSquare(pen, x, y, margin)
}

/** The square of one pixel in which a place lies. */
function penSquare(pen: Pen, x: number, y: number, margin: number): void {
  const west = Math.floor(x / LEAST_SIDE) * LEAST_SIDE
  const north = Math.floor(y / LEAST_SIDE) * LEAST_SIDE
  const [east, south] = [west + LEAST_SIDE, north + LEAST_SIDE]
  if (east < -margin || south < -margin || west > EXTENT + margin || north > EXTENT + margin) return
  penRing(pen, [west, north, east, north, east, south, west, south, west, north])
}

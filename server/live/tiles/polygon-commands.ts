import { clipRing, type Path } from './clip.ts'
import { byteWriter, writeSigned, writeVarint, type ByteWriter } from './byte-writer.ts'
import { toTilePolygon } from './rings.ts'
import type { ZoneShape } from './zone-shape.ts'

const [MOVE_TO, LINE_TO, CLOSE_PATH] = [1, 2, 7] as const

export type Pen = { out: ByteWriter; x: number; y: number }

/** Writes geometry commands (MVT 2.1, 4.3) from a tile's north-west corner on. */
export const createPen = (): Pen => ({ out: byteWriter(1024), x: 0, y: 0 })

export function restart(pen: Pen): void {
  pen.out.length = pen.x = pen.y = 0
}

/** One point, in tile units. */
export function drawPoint(pen: Pen, x: number, y: number): void {
  writeVarint(pen.out, (1 << 3) | MOVE_TO)
  writeSigned(pen.out, x - pen.x)
  writeSigned(pen.out, y - pen.y)
  pen.x = x
  pen.y = y
}

/**
 * A zone's shape as a tile shows it whose north-west corner is at `originX`, `originY`, cut at low..high in tile units.
 * Writes nothing where the shape does not meet that square.
 */
export function drawShape(pen: Pen, { polygons, box }: ZoneShape, origin: [number, number], low: number, high: number): void {
  const [ox, oy] = origin
  const whole = box[0] - ox >= low && box[2] - ox <= high && box[1] - oy >= low && box[3] - oy <= high
  for (const rings of polygons) {
    if (whole) for (const ring of rings) drawRing(pen, ring, ox, oy)
    else for (const ring of cut(rings, origin, low, high)) drawRing(pen, ring, 0, 0)
  }
}

function drawRing(pen: Pen, ring: Int32Array, ox: number, oy: number): void {
  const { out } = pen
  const vertices = ring.length / 2 - 1 // the last is the first again
  drawPoint(pen, ring[0]! - ox, ring[1]! - oy)
  writeVarint(out, ((vertices - 1) << 3) | LINE_TO)
  let x = ring[0]!
  let y = ring[1]!
  for (let i = 2; i < 2 * vertices; i += 2) {
    writeSigned(out, ring[i]! - x)
    writeSigned(out, ring[i + 1]! - y)
    x = ring[i]!
    y = ring[i + 1]!
  }
  pen.x = x - ox
  pen.y = y - oy
  writeVarint(out, (1 << 3) | CLOSE_PATH)
}

function cut(rings: Int32Array[], [ox, oy]: [number, number], low: number, high: number): Int32Array[] {
  const paths: Path[] = []
  for (const [i, ring] of rings.entries()) {
    const path: Path = []
    for (let at = 0; at < ring.length; at += 2) path.push([ring[at]! - ox, ring[at + 1]! - oy])
    const left = clipRing(path, low, high)
    if (left.length > 0) paths.push(left)
    else if (i === 0) return []
  }
  return (toTilePolygon(paths) ?? []).map((path) => Int32Array.from(path.flat()))
}

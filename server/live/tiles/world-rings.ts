import type { Position } from 'geojson'
import { EXTENT, mercatorX, mercatorY } from './mercator.ts'

/** The zoom whose tile units positions are kept in: about 0.15 m at the equator. */
export const WORLD_ZOOM = 16

/**
 * A ring of [lng, lat] in degrees as x, y, x, y … in tile units of WORLD_ZOOM, counted from the north-west corner of
 * Web Mercator's square, y downward.
 */
export function worldRing(ring: readonly Position[]): Int32Array {
  const scale = 2 ** WORLD_ZOOM * EXTENT
  const out = new Int32Array(2 * ring.length)
  for (let i = 0; i < ring.length; i++) {
    out[2 * i] = Math.round(mercatorX(ring[i]![0]!) * scale)
    out[2 * i + 1] = Math.round(mercatorY(ring[i]![1]!) * scale)
  }
  return out
}

/** A ring of WORLD_ZOOM in the whole units of zoom `z`, no vertex twice in a row. */
export function ringAtZoom(ring: Int32Array, z: number): Int32Array {
  const shift = WORLD_ZOOM - z
  const half = shift === 0 ? 0 : 1 << (shift - 1)
  const out = new Int32Array(ring.length)
  let length = 0
  for (let i = 0; i < ring.length; i += 2) {
    const x = (ring[i]! + half) >> shift
    const y = (ring[i + 1]! + half) >> shift
    if (length > 0 && out[length - 2] === x && out[length - 1] === y) continue
    out[length++] = x
    out[length++] = y
  }
  return length === out.length ? out : out.slice(0, length)
}

/** Twice the area of a closed ring of x, y, x, y … (surveyor's formula); positive for clockwise on the screen. */
export function flatArea2(ring: Int32Array): number {
  let sum = 0
  // from the first vertex, so that products stay exact
  const [ox, oy] = [ring[0]!, ring[1]!]
  for (let i = 2; i + 3 < ring.length; i += 2) {
    sum += (ring[i]! - ox) * (ring[i + 3]! - oy) - (ring[i + 2]! - ox) * (ring[i + 1]! - oy)
  }
  return sum
}

/** The same ring the other way round. */
export function flatReversed(ring: Int32Array): Int32Array {
  const out = new Int32Array(ring.length)
  for (let i = 0; i < ring.length; i += 2) {
    out[i] = ring[ring.length - 2 - i]!
    out[i + 1] = ring[ring.length - 1 - i]!
  }
  return out
}

import type { Position } from 'geojson'

/** Twice the signed area of a closed ring in its own units: positive counter-clockwise. */
export function signedArea(ring: Position[]): number {
  const ox = ring[0]![0]!
  const oy = ring[0]![1]!
  let sum = 0
  let ax = 0
  let ay = 0
  for (let i = 1; i < ring.length; i++) {
    const bx = ring[i]![0]! - ox
    const by = ring[i]![1]! - oy
    sum += ax * by - bx * ay
    ax = bx
    ay = by
  }
  return sum
}

/** Copies the rings of a polygon by the right-hand rule (RFC 7946): shell counter-clockwise, holes clockwise. */
export function rightHanded<P extends Position>(rings: P[][]): P[][] {
  return rings.map((ring, index) => {
    const copy = ring.map((position) => [...position] as P)
    return signedArea(ring) > 0 === (index === 0) ? copy : copy.reverse()
  })
}

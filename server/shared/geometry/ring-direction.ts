import type { Position } from 'geojson'

/** Twice the signed area of a closed ring in its own units: positive counter-clockwise. */
export function signedArea(ring: Position[]): number {
  const [ox, oy] = ring[0] as [number, number]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number]
    const [bx, by] = ring[i] as [number, number]
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
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

import geographiclib from 'geographiclib-geodesic'
import type { Position } from 'geojson'

const { WGS84 } = geographiclib.Geodesic

/**
 * Geodesic distance in metres from a place to a line that is straight in degrees, by searching each edge's nearest
 * place with geographiclib alone: no projection, so that it can judge code that uses one.
 */
export function distanceM(place: Position, line: readonly Position[]): number {
  let nearest = Infinity
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const along = (share: number): number => {
      const [x, y] = [a[0]! + (b[0]! - a[0]!) * share, a[1]! + (b[1]! - a[1]!) * share]
      return WGS84.Inverse(place[1]!, place[0]!, y, x).s12!
    }
    const middle = bestShare(along)
    nearest = Math.min(nearest, along(0), along(1), along(middle))
  }
  return nearest
}

/** Golden-section search for the least value between 0 and 1 of a function with a single dip. */
function bestShare(value: (share: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [0, 1]
  let [p, q] = [1 - golden, golden]
  let [atP, atQ] = [value(p), value(q)]
  for (let round = 0; round < 30; round++) {
    if (atP < atQ) {
      high = q
      ;[q, atQ] = [p, atP]
      p = high - golden * (high - low)
      atP = value(p)
    } else {
      low = p
      ;[p, atP] = [q, atQ]
      q = low + golden * (high - low)
      atQ = value(q)
    }
  }
  return (low + high) / 2
}

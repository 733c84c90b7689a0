import type { Path } from './path.ts'

/** Whole units, no vertex twice in a row. */
export function toWhole(path: Path): Path {
  const whole: Path = []
  for (const [x, y] of path) {
    const [rx, ry] = [Math.round(x), Math.round(y)]
    const last = whole[whole.length - 1]
    if (last === undefined || last[0] !== rx || last[1] !== ry) whole.push([rx, ry])
  }
  return whole
}

/** Twice the area of a closed ring by the surveyor's formula; positive for clockwise on the screen (y downward). */
export function ringArea2(ring: Path): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1]
  return sum
}

/**
 * A polygon's rings as a vector tile wants them (MVT 2.1, 4.3.4.4): whole units, the outer ring clockwise on the
 * screen, holes the other way, what has no area left out. Null where the outer ring has none.
 */
export function toTilePolygon(rings: Path[]): Path[] | null {
  const out: Path[] = []
  for (const [i, ring] of rings.entries()) {
    const whole = toWhole(ring)
    const area = ringArea2(whole)
    if (whole.length < 4 || area === 0) {
      if (i === 0) return null
      continue
    }
    out.push(area > 0 === (i === 0) ? whole : whole.reverse())
  }
  return out.length === 0 ? null : out
}

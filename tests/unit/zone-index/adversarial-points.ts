import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'

const word = new DataView(new ArrayBuffer(8))

/** The double next to a value, `steps` away. */
export function ulpsFrom(value: number, steps: number): number {
  if (value === 0) return steps * Number.MIN_VALUE
  word.setFloat64(0, value)
  word.setBigInt64(0, word.getBigInt64(0) + BigInt(value > 0 ? steps : -steps))
  return word.getFloat64(0)
}

/** Points on vertices and edges of the zones, level with vertices, and a step or two of the last place beside these. */
export function adversarialPoints(random: () => number, zones: readonly IndexedZone[], count: number): Float64Array {
  const rings = zones.flatMap((zone) => zone.geometry.coordinates.flat())
  const points = new Float64Array(2 * count)
  for (let i = 0; i < count; i++) {
    const ring = rings[Math.floor(random() * rings.length)]!
    const at = Math.floor(random() * (ring.length - 1))
    const [[ax, ay], [bx, by]] = [ring[at]!, ring[at + 1]!] as [[number, number], [number, number]]
    const share = [0, 0.5, 0.25, random(), random()][Math.floor(5 * random())]!
    let x = ax + share * (bx - ax)
    let y = ay + share * (by - ay)
    const other = rings[Math.floor(random() * rings.length)]!
    const far = other[Math.floor(random() * other.length)]!
    const choice = random()
    if (choice < 0.1) x = far[0]!
    else if (choice < 0.2) y = far[1]!
    else if (choice < 0.3) x += 1e-4 * (random() - 0.5)
    points[2 * i] = ulpsFrom(x, step())
    points[2 * i + 1] = ulpsFrom(y, step())
  }
  return points

  function step(): number {
    return random() < 0.4 ? 0 : Math.floor(5 * random()) - 2
  }
}

import type { Polygon } from 'geojson'

type At = readonly [number, number]
const round = (x: number) => Math.round(x * 1e7) / 1e7

/** Areas of so many corners that cost most: each [lng, lat] in a square of `half` degrees round `at`. */
export const HOSTILE_AREAS: Record<string, (corners: number, at: At, half: number) => Polygon> = {
  comb: (corners, at, half) => {
    const teeth = Math.floor((corners - 2) / 2)
    const ring = Array.from({ length: 2 * teeth }, (_, i) => place(at, half, (2 * i) / (2 * teeth) - 1, i % 2 === 0 ? -0.99 : 0.99))
    return closed([...ring, place(at, half, 1, 1), place(at, half, -1, 1)])
  },
  spiral: (corners, at, half) => {
    const n = Math.floor(corners / 2)
    const arm = (offset: number) => Array.from({ length: n }, (_, i) => {
      const [angle, reach] = [i * 0.02, 0.02 + (0.9 * (i + offset)) / n]
      return place(at, half, reach * Math.cos(angle), reach * Math.sin(angle))
    })
    return closed([...arm(0), ...arm(n / 200 / 20).reverse()])
  },
  // every edge crosses many others
  star: (corners, at, half) => {
    let seed = 7
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    return closed(Array.from({ length: corners - 1 }, () => place(at, half, 2 * random() - 1, 2 * random() - 1)))
  },
  // edges that all lie over each other
  saw: (corners, at, half) => closed(Array.from({ length: corners - 1 }, (_, i) => place(at, half, i % 2 === 0 ? -1 : 1, 0))),
  holes: (corners, at, half) => {
    const n = Math.floor(Math.sqrt((corners - 5) / 5))
    const [shell] = closed([place(at, half, -1, -1), place(at, half, 1, -1), place(at, half, 1, 1), place(at, half, -1, 1)]).coordinates
    const holes = Array.from({ length: n * n }, (_, k) => {
      const [x, y, s] = [(2 * ((k % n) + 0.5)) / n - 1, (2 * (Math.floor(k / n) + 0.5)) / n - 1, 0.6 / n]
      return closed([place(at, half, x - s, y - s), place(at, half, x - s, y + s), place(at, half, x + s, y + s), place(at, half, x + s, y - s)]).coordinates[0]!
    })
    return { type: 'Polygon', coordinates: [shell!, ...holes] }
  },
  // a text where a number belongs, at the very end
  malformed: (corners, at, half) => {
    const area = HOSTILE_AREAS['comb']!(corners, at, half)
    ;(area.coordinates[0] as unknown[]).splice(-2, 0, ['x', 1])
    return area
  },
}

const place = ([lng, lat]: At, half: number, x: number, y: number): [number, number] => [round(lng + half * x), round(lat + half * y)]
const closed = (ring: [number, number][]): Polygon => ({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] })

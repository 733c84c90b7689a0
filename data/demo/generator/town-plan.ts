import { TOWNS } from './layout.ts'
import type { Town } from './layout.ts'
import { noise } from './noise.ts'
import { add, rotate, sub } from './vector.ts'
import type { Xy } from './vector.ts'

/** A built-up place with its own bent coordinates: u runs about east, v about north, both in metres. */
export type TownPlan = Town & {
  place: (u: number, v: number) => Xy
  locate: (p: Xy) => Xy
  /** True within `margin` metres of the street rectangle. */
  contains: (p: Xy, margin: number) => boolean
}

const bend = (seed: number, amplitude: number) => (u: number, v: number): Xy => [
  amplitude * noise(seed, u, v, 1000) + amplitude * 0.35 * noise(seed + 2, u, v, 380),
  amplitude * noise(seed + 1, u, v, 1000) + amplitude * 0.35 * noise(seed + 3, u, v, 380),
]

/** Height of the river's centre line at an easting inside the county town, where the river is a function of it. */
const heightOf = (centre: readonly Xy[]) => (x: number): number => {
  const i = centre.findIndex((p, k) => k > 0 && p[0] >= x && centre[k - 1]![0] < x && Math.abs(p[0]) < 3500)
  const [a, b] = [centre[i - 1]!, centre[i]!]
  return a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])
}

const placer = (town: Town, index: number, riverAt: (x: number) => number): ((u: number, v: number) => Xy) => {
  const shape = bend(200 + index * 10, town.kind === 'street' ? 36 : 17)
  if (town.kind !== 'street') return (u, v) => add(town.seat, rotate(add([u, v], shape(u, v)), town.turn))
  const side = town.vs[0]! < 0 ? -1 : 1
  return (u, v) => {
    // The old town grew without a plan: its lanes bend more, and more often.
    const aged = town.code === '990101001' ? Math.max(0, 1 - Math.hypot(u / 900, (v - 430) / 700)) : 0
    const [su, sv] = shape(u, v)
    const [du, dv] = [su + aged * 26 * noise(291, u, v, 330), sv + aged * 26 * noise(292, u, v, 330)]
    const ease = Math.min(1, Math.abs(v) / 420)
    const x = u + du * ease
    const bank = riverAt(x) + side * 150
    const straight = -200 + side * 150 - u * 0.035
    const share = Math.min(1, Math.abs(v) / 2300)
    return [x, bank * (1 - share) + straight * share + v + dv * ease]
  }
}

/** Street coordinates of the eight towns; those of the county town follow the river's banks. */
export const makePlans = (centre: readonly Xy[]): TownPlan[] =>
  TOWNS.map((town, index) => {
    const place = placer(town, index, heightOf(centre))
    const extent = Math.hypot(Math.max(...town.us.map(Math.abs)), Math.max(...town.vs.map(Math.abs))) + 700
    // The bend is gentle, so a few fixed-point steps invert it to millimetres.
    const locate = (p: Xy): Xy => {
      let uv: Xy = rotate(sub(p, town.seat), -town.turn)
      if (Math.hypot(uv[0], uv[1]) > extent) return uv
      for (let k = 0; k < 14; k++) {
        const miss = sub(p, place(uv[0], uv[1]))
        uv = add(uv, rotate(miss, -town.turn))
        if (Math.hypot(miss[0], miss[1]) < 1e-4) break
      }
      return uv
    }
    const contains = (p: Xy, margin: number): boolean => {
      const [u, v] = locate(p)
      return u > town.us[0]! - margin && u < town.us.at(-1)! + margin && v > town.vs[0]! - margin && v < town.vs.at(-1)! + margin
    }
    return { ...town, place, locate, contains }
  })

/** Where a street line leaves its town: `u2+` is the north end of the third u line, `v0-` the west end of the first v line. */
export const portalAt = (plan: TownPlan, end: string, outside: number): Xy => {
  const line = Number(end.slice(1, -1))
  const high = end.endsWith('+')
  if (end[0] === 'u') return plan.place(plan.us[line]!, high ? plan.vs.at(-1)! + outside : plan.vs[0]! - outside)
  return plan.place(high ? plan.us.at(-1)! + outside : plan.us[0]! - outside, plan.vs[line]!)
}

/** Ends of all street lines that are not on the rim, as roads may enter there. */
export const portalEnds = (plan: TownPlan): string[] => [
  ...plan.us.slice(1, -1).flatMap((_, i) => [`u${i + 1}+`, `u${i + 1}-`]),
  ...plan.vs.slice(1, -1).flatMap((_, i) => [`v${i + 1}+`, `v${i + 1}-`]),
]

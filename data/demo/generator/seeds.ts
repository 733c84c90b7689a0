import { COUNTY } from './layout.ts'
import type { MainRoad } from './main-roads.ts'
import { fractalNoise, noise } from './noise.ts'
import { resample } from './polyline.ts'
import type { Random } from './random.ts'
import { portalAt, portalEnds } from './town-plan.ts'
import type { TownPlan } from './town-plan.ts'
import { add, dist, left, scale, sub, unit } from './vector.ts'
import type { Xy } from './vector.ts'
import type { Water } from './water.ts'

export type Seeds = {
  points: Xy[]
  /** Seed numbers by what they stand for. */
  roads: number[][]
  portals: { seed: number; plan: TownPlan; end: string }[]
  hamlets: number[]
  landings: number[]
}

const CELL = 265
/** Community edges run this far beside a street's centre line, so that no road runs along an edge. */
export const BESIDE = 11

/** Lines along which the two streets' communities divide, in street coordinates. */
export const dividers = (plan: TownPlan): { us: number[]; vs: number[] } => {
  const rim = plan.kind === 'street' ? 24 : 42
  const lines = (all: readonly number[]): number[] => {
    const inner = plan.kind === 'street' ? all.slice(1, -1).map((x) => x + BESIDE) : []
    return [all[0]! - rim, ...inner, all.at(-1)! + rim]
  }
  return { us: lines(plan.us), vs: lines(plan.vs) }
}

/** Pairs of seeds mirrored over each divider: the cells between them meet exactly on it. */
const mirrored = (plan: TownPlan): Xy[] => {
  const { us, vs } = dividers(plan)
  const half = 6
  const stations = (lines: readonly number[]): number[] => {
    const out = [lines[0]! - half]
    for (let i = 0; i + 1 < lines.length; i++) {
      const [from, to] = [lines[i]! + half, lines[i + 1]! - half]
      const n = Math.round((to - from) / (2 * half))
      for (let k = 0; k <= n; k++) out.push(from + ((to - from) * k) / n)
    }
    return [...out, lines.at(-1)! + half]
  }
  const seen = new Map<string, Xy>()
  const put = (u: number, v: number): void => void seen.set(`${u.toFixed(2)},${v.toFixed(2)}`, plan.place(u, v))
  for (const u of us) for (const v of stations(vs)) for (const side of [-half, half]) put(u + side, v)
  for (const v of vs) for (const u of stations(us)) for (const side of [-half, half]) put(u, v + side)
  return [...seen.values()]
}

/** Roughened outline of the county: 1 on its edge, less inside. */
export const countyReach = (p: Xy): number => {
  const angle = Math.atan2(p[1] / COUNTY.north, p[0] / COUNTY.east)
  const rough = 1 + 0.2 * fractalNoise(301, Math.cos(angle) * 900, Math.sin(angle) * 900, 640) + 0.07 * noise(305, p[0], p[1], 4200)
  const r = (Math.abs(p[0] / COUNTY.east) ** 2.6 + Math.abs(p[1] / COUNTY.north) ** 2.6) ** (1 / 2.6)
  return r / rough
}

/** Seeds of the mesh on which boundaries and country roads grow. */
export const makeSeeds = (random: Random, water: Water, plans: readonly TownPlan[], roads: readonly MainRoad[], hamlets: readonly Xy[], landings: readonly Xy[]): Seeds => {
  const points: Xy[] = []
  const cells = new Map<string, number[]>()
  const cellKey = (x: number, y: number): string => `${Math.floor(x / 150)},${Math.floor(y / 150)}`
  const put = (p: Xy): number => {
    const i = points.push(p) - 1
    cells.set(cellKey(p[0], p[1]), [...(cells.get(cellKey(p[0], p[1])) ?? []), i])
    return i
  }
  const nearest = (p: Xy): number => {
    let best = Infinity
    for (const dx of [-150, 0, 150]) for (const dy of [-150, 0, 150]) {
      for (const i of cells.get(cellKey(p[0] + dx, p[1] + dy)) ?? []) best = Math.min(best, dist(p, points[i]!))
    }
    return best
  }
  for (const plan of plans) mirrored(plan).forEach(put)
  const portals = plans.flatMap((plan) => portalEnds(plan).map((end) => ({ seed: put(portalAt(plan, end, 60)), plan, end })))
  const ends = new Map(portals.map((p) => [portalAt(p.plan, p.end, 60).join(','), p.seed]))
  const known = new Map<string, number>()
  const roadSeeds = roads.map((road) => road.line.map((p) => {
    const key = p.join(',')
    const seed = ends.get(key) ?? known.get(key) ?? put(p)
    known.set(key, seed)
    return seed
  }))
  const hamletSeeds = hamlets.map(put)
  const landingSeeds = landings.map(put)
  const mirror = (line: readonly Xy[], step: number, half: number): void => {
    const even = resample(line, step)
    even.forEach((p, i) => {
      const side = scale(left(unit(sub(even[i + 1] ?? p, even[i - 1] ?? p))), half)
      const pair = [add(p, side), sub(p, side)]
      if (pair.every((q) => nearest(q) > half * 0.9)) pair.forEach(put)
    })
  }
  mirror(water.centre, 75, 32)
  for (const course of water.courses) if (course.kind === 'stream') mirror(course.line, 90, 42)
  for (let y = -17500; y < 17500; y += CELL) {
    for (let x = -20800; x < 20800; x += CELL) {
      const p: Xy = [x + random.range(-0.46, 0.46) * CELL, y + random.range(-0.46, 0.46) * CELL]
      if (nearest(p) > 118 && !plans.some((plan) => plan.contains(p, 60))) put(p)
    }
  }
  return { points, roads: roadSeeds, portals, hamlets: hamletSeeds, landings: landingSeeds }
}

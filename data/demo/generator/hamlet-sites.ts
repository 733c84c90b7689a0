import type { MainRoad } from './main-roads.ts'
import { fractalNoise } from './noise.ts'
import type { Random } from './random.ts'
import { countyReach } from './seeds.ts'
import { createSegmentIndex } from './segment-index.ts'
import type { TownPlan } from './town-plan.ts'
import { dist } from './vector.ts'
import type { Xy } from './vector.ts'
import type { Water } from './water.ts'

/** How hilly the ground is, about 0 (river plain) to 1 (ridges in the north-west and the south). */
export const hilliness = (p: Xy): number => {
  const south = Math.max(0, (-p[1] - 5200) / 9000)
  const north = Math.max(0, (p[1] - 7200 + p[0] * 0.28) / 9500)
  return Math.min(1, Math.max(south, north) + 0.22 * Math.abs(fractalNoise(321, p[0], p[1], 3800)))
}

/** Seats of natural villages: thick on the plain, thin in the hills, clear of water, towns, main roads and the county's edge. */
export const pickHamlets = (random: Random, count: number, water: Water, plans: readonly TownPlan[], roads: readonly MainRoad[], tracks: readonly (readonly Xy[])[]): Xy[] => {
  const lines = createSegmentIndex<string>(400)
  for (const r of roads) lines.insertLine(r.line, 'road')
  for (const t of tracks) lines.insertLine(t, 'track')
  for (const c of water.courses) lines.insertLine(c.line, 'course')
  const chosen: Xy[] = []
  for (let tries = 0; chosen.length < count && tries < 60000; tries++) {
    const p: Xy = [random.range(-18000, 18000), random.range(-15500, 15500)]
    if (countyReach(p) > 0.93 || random.chance(hilliness(p) * 0.85)) continue
    const apart = 1050 + 900 * hilliness(p)
    if (chosen.some((q) => dist(p, q) < apart)) continue
    if (plans.some((plan) => dist(p, plan.seat) < (plan.kind === 'street' ? 1500 : 900) || plan.contains(p, 420))) continue
    if (water.covers(p) || water.edges.distance(p, 330) < 330 || lines.distance(p, 260) < 260) continue
    chosen.push(p)
  }
  return chosen
}

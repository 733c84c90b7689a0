import type { Base } from './base.ts'
import type { Building } from './building.ts'
import { rectangle } from './footprint.ts'
import type { Plot } from './plot.ts'
import { along, lengthOf } from './polyline.ts'
import type { Random } from './random.ts'
import { HALF_WIDTH } from './road.ts'
import { createUnitFinder } from './unit-at.ts'
import { add, left, scale } from './vector.ts'
import type { Xy } from './vector.ts'

export type Ribbon = { building: Building; unit: number; road: string }

/** Workshops, inns and repair yards along the main roads where they leave the towns, thinning out with distance. */
export const makeRibbons = (random: Random, base: Base, plot: Plot, clear: (p: Xy, margin: number) => boolean): Ribbon[] => {
  const out: Ribbon[] = []
  const unitAt = createUnitFinder(base.county)
  for (const road of base.main) {
    for (const line of [road.line, [...road.line].reverse()]) {
      const town = base.plans.find((plan) => plan.contains(line[0]!, 90))
      if (!town) continue
      const reach = Math.min(lengthOf(line) * 0.45, (town.kind === 'street' ? 900 : 480) * random.range(0.6, 1.1))
      for (const side of [1, -1] as const) {
        for (let d = 25; d < reach;) {
          const [length, depth] = [random.range(11, 27), random.range(9, 14)]
          const { at, direction } = along(line, d + length / 2)
          const setback = HALF_WIDTH[road.class] + random.range(6, 10) + depth / 2
          const middle = add(at, scale(left(direction), side * setback))
          const footprint = rectangle(middle, length, depth, Math.atan2(direction[1], direction[0]))
          const works = random.chance(0.25)
          if (random.chance(0.85 - 0.6 * (d / reach)) && footprint.every((p) => clear(p, 12)) && plot.free(footprint, 0.4, 2)) {
            plot.take(footprint)
            out.push({ unit: unitAt(middle), road: road.name, building: { footprint, at: middle, levels: random.pick([1, 2, 2, 3]), use: works ? 'industrial' : 'retail', name: '', flats: 0, units: 0, number: 0 } })
          }
          d += length + (random.chance(0.3) ? random.range(8, 40) : 1)
        }
      }
    }
  }
  return out.filter((r) => r.unit >= 0)
}

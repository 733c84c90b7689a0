import type { Building } from './building.ts'
import { courtyard, placed, rectangle } from './footprint.ts'
import { noise } from './noise.ts'
import type { Plot } from './plot.ts'
import { along, lengthOf, resample, shift, simplified } from './polyline.ts'
import type { Random } from './random.ts'
import type { Road } from './road.ts'
import { add, dist, dot, left, lerp, scale, sub, unit } from './vector.ts'
import type { Xy } from './vector.ts'

export type HamletGround = { clear: (p: Xy, margin: number) => boolean }

/** A road's stretch within `reach` metres of the seat, walking away from it. */
const arms = (seat: Xy, roads: readonly Road[], reach: number): Xy[][] =>
  roads.flatMap((road) => {
    const i = road.line.findIndex((p) => dist(p, seat) < 0.5)
    if (i < 0) return []
    return [road.line.slice(i), road.line.slice(0, i + 1).reverse()].filter((l) => l.length > 1).map((l) => {
      const n = Math.max(2, Math.round(Math.min(reach, lengthOf(l)) / 4))
      return Array.from({ length: n + 1 }, (_, k) => along(l, (Math.min(reach, lengthOf(l)) * k) / n).at)
    })
  })

const wavy = (seed: number, from: Xy, direction: Xy, length: number): Xy[] => {
  const n = Math.max(2, Math.round(length / 22))
  const side = left(direction)
  return Array.from({ length: n + 1 }, (_, i) => {
    const d = (length * i) / n
    return add(add(from, scale(direction, d)), scale(side, i === 0 ? 0 : 7 * noise(seed, d, from[0], 95) + 3 * noise(seed + 1, d, from[1], 34)))
  })
}

/** How far along its road a village of a size reaches, metres. */
export const hamletReach = (size: number): number => 34 + size * 30

/** New lanes of a village: ribs off its road, or back lanes beside it, as the road's direction suggests. */
export const hamletLanes = (random: Random, seat: Xy, roads: readonly Road[], size: number, houses: number, ground: HamletGround): Road[] => {
  const lanes: Road[] = []
  const ways = arms(seat, roads, hamletReach(size))
  // As many metres of lane as the houses need that find no room on the road itself.
  let budget = houses * 13.5 * 0.62 - ways.reduce((sum, way) => sum + lengthOf(way), 0)
  const put = (line: Xy[]): boolean => {
    const end = line.findIndex((p) => !ground.clear(p, 32))
    const kept = end < 0 ? line : line.slice(0, end)
    if (lengthOf(kept) < 45 || budget < 25) return false
    budget -= lengthOf(kept)
    lanes.push({ class: 'residential', name: '', ref: '', line: kept })
    return true
  }
  const seed = Math.round(Math.abs(seat[0] + seat[1] * 3))
  for (const arm of ways) {
    const heading = unit(sub(arm.at(-1)!, arm[0]!))
    if (Math.abs(heading[0]) < 0.78) {
      for (let d = random.range(18, 40); d < lengthOf(arm) - 12; d += random.range(50, 66)) {
        const { at, direction } = along(arm, d)
        for (const turn of [1, -1]) {
          if (random.chance(0.2)) continue
          // Lanes run nearer east-west than square to the road, as houses want their south side.
          const out = scale(left(direction), turn)
          const lateral = unit(add(out, [Math.sign(out[0]) * 0.9, 0]))
          put(wavy(seed + Math.round(d), at, lateral, random.range(62, 58 + size * 31)))
        }
      }
      continue
    }
    for (const turn of [1, -1]) {
      const gap = random.range(52, 62)
      const from = random.range(20, 34)
      const to = lengthOf(arm) - random.range(8, 30)
      if (to - from < 60 || (turn === -1 && size < 2 && random.chance(0.6))) continue
      const stretch = resample(arm, 14).filter((p) => dist(p, seat) > from - 10 && dist(p, seat) < to)
      if (stretch.length < 4) continue
      const back = shift(stretch, (i) => turn * (gap + 5 * noise(seed + turn, i * 14, 0, 70)))
      const first = resample(arm, 14).find((p) => dist(p, stretch[0]!) < 0.1)!
      const link = [first, lerp(first, back[0]!, 0.5), back[0]!]
      if (link.every((p) => ground.clear(p, 32)) && put(back)) lanes.push({ class: 'residential', name: '', ref: '', line: link })
    }
  }
  return lanes
}

/** Houses along one side of a line while the ground is free; returns them nearest the line's start first. */
export const housesAlong = (random: Random, line: readonly Xy[], side: 1 | -1, setback: number, limit: number, plot: Plot, ground: HamletGround): Building[] => {
  const out: Building[] = []
  const total = lengthOf(line)
  for (let d = random.range(5, 12); d < total - 4 && out.length < limit;) {
    const width = random.range(9.5, 13)
    const depth = random.range(11, 16)
    const { at, direction } = along(line, d + width / 2)
    const away = scale(left(direction), side)
    const middle = add(at, scale(away, setback + depth / 2))
    // The yard opens to the south wherever the lane lies, so on steep-running lanes the house turns its gable to it.
    const steep = Math.abs(direction[1]) > 0.75
    const base = steep ? Math.atan2(-direction[0], direction[1]) : Math.atan2(direction[1], direction[0])
    const angle = Math.abs(base) > Math.PI / 2 ? base - Math.sign(base) * Math.PI : base
    const lot = steep ? rectangle(middle, depth, width, angle) : rectangle(middle, width, depth, angle)
    if (!random.chance(0.1) && lot.every((p) => ground.clear(p, 26)) && plot.free(lot, 0.6, 1.6)) {
      plot.take(lot)
      const wings = random.pick([1, 1, 1, 2, 2, 3] as const)
      const footprint = placed(steep ? courtyard(depth, width, wings, random.chance(0.5)) : courtyard(width, depth, wings, random.chance(0.5)), middle, angle)
      out.push({ footprint, at: middle, levels: random.pick([1, 1, 2, 2, 2, 3]), use: 'residential', name: '', flats: 1, units: 0, number: 0 })
    }
    d += width + (random.chance(0.16) ? random.range(7, 18) : random.range(0.8, 3))
  }
  return out
}

/** A loose outline round houses and lanes, star-shaped about its middle, that keeps inside the village's ground. */
export const hamletRing = (points: readonly Xy[], clear: (p: Xy, margin: number) => boolean): Xy[] => {
  const middle: Xy = scale(points.reduce((s, p) => add(s, p), [0, 0] as Xy), 1 / points.length)
  const sectors = 28
  const reach = new Array<number>(sectors).fill(28)
  for (const p of points) {
    const d = sub(p, middle)
    const k = Math.floor(((Math.atan2(d[1], d[0]) / (2 * Math.PI) + 1) % 1) * sectors)
    for (const j of [k - 1, k, k + 1, k + 2]) reach[(j + sectors) % sectors] = Math.max(reach[(j + sectors) % sectors]!, Math.sqrt(dot(d, d)) + 14)
  }
  const ring = reach.map((r, i): Xy => {
    const a = (2 * Math.PI * i) / sectors
    let out = Math.max(r, (reach[(i + 1) % sectors]! + reach[(i + sectors - 1) % sectors]!) / 2)
    while (out > 10 && !clear(add(middle, [Math.cos(a) * out, Math.sin(a) * out]), 4)) out -= 4
    return add(middle, [Math.cos(a) * out, Math.sin(a) * out])
  })
  return simplified([...ring, ring[0]!], 5).slice(0, -1)
}

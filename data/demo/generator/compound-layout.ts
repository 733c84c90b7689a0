import type { Building } from './building.ts'
import { placed, rectangle, tower } from './footprint.ts'
import type { Footprint } from './footprint.ts'
import type { Random } from './random.ts'
import type { Road } from './road.ts'
import { bentLine } from './town-streets.ts'
import type { Street } from './town-streets.ts'
import type { TownPlan } from './town-plan.ts'
import { sub } from './vector.ts'
import type { Xy } from './vector.ts'

export type Lot = { plan: TownPlan; u0: number; u1: number; v0: number; v1: number; south: Street | undefined; north: Street | undefined }
export type Style = 'walk-up' | 'mid-rise' | 'tower'
export type Layout = { fromSouth: boolean; buildings: Building[]; lanes: Road[]; gates: Xy[]; ring: Xy[] }

const SHAPES: Readonly<Record<Style, { pitch: number; depth: number; lengths: readonly number[]; levels: readonly number[]; gap: number }>> = {
  'walk-up': { pitch: 27, depth: 12, lengths: [34, 45, 56], levels: [5, 6, 6, 6, 7], gap: 9 },
  'mid-rise': { pitch: 39, depth: 14, lengths: [36, 48], levels: [9, 11, 11], gap: 12 },
  tower: { pitch: 54, depth: 19, lengths: [32, 38], levels: [16, 18, 18, 24, 26], gap: 19 },
}

/** Direction of the town's u axis at a place. */
export const angleAt = (plan: TownPlan, u: number, v: number): number => {
  const d = sub(plan.place(u + 5, v), plan.place(u - 5, v))
  return Math.atan2(d[1], d[0])
}

/** The outline of a lot, bent with the town; `gate` is the u of its gates, which are corners of the outline. */
const outline = (plan: TownPlan, lot: Lot, gate: number): Xy[] => {
  const { u0, u1, v0, v1 } = lot
  const corners: Xy[] = [[u0, v0], [gate, v0], [u1, v0], [u1, v1], [gate, v1], [u0, v1], [u0, v0]]
  return corners.slice(1).flatMap((b, i) => bentLine(plan, corners[i]!, b, 60).slice(0, -1))
}

/** A walled compound: rows of south-facing blocks, a spine lane from its gate, lanes behind the rows, a ring lane where large. */
export const layoutCompound = (random: Random, lot: Lot, style: Style): Layout => {
  const { plan, u0, u1, v0, v1 } = lot
  const shape = SHAPES[style]
  const buildings: Building[] = []
  const lanes: Road[] = []
  const lane = (a: Xy, b: Xy): void => void lanes.push({ class: 'service', name: '', ref: '', line: bentLine(plan, a, b) })
  const fromSouth = lot.south !== undefined && (lot.north === undefined || random.chance(0.55))
  const wide = u1 - u0 > 2 * (shape.lengths[0]! + 21)
  // A narrow lot keeps its lane at one wall, or neither half would take a building.
  const spine = wide ? u0 + (u1 - u0) * random.range(0.44, 0.56) : random.chance(0.5) ? u0 + 9 : u1 - 9
  const rows = Math.max(1, Math.floor((v1 - v0 - 8) / shape.pitch))
  const pitch = (v1 - v0 - 8) / rows
  const both = lot.south !== undefined && lot.north !== undefined && v1 - v0 > 150
  const gates: Xy[] = []
  const ways: Xy[] = []
  const entry = (street: Street, wall: number): void => {
    gates.push(plan.place(spine, wall))
    ways.push([spine, street.at], [spine, wall])
  }
  if (fromSouth || both) entry(lot.south!, v0)
  if (!fromSouth || both) entry(lot.north!, v1)
  const laneOf = (row: number): number => v0 + 4 + row * pitch + pitch * 0.5 + shape.depth / 2 + 5.5
  const top = both || !fromSouth ? v1 : laneOf(rows - 1)
  const bottom = both || fromSouth ? v0 : laneOf(0)
  // One line from the street through the gate to the last row, with a vertex in each gate.
  ways.push([spine, bottom], [spine, top])
  const stops = [...ways].sort((a, b) => a[1] - b[1]).filter((p, i, all) => i === 0 || p[1] > all[i - 1]![1])
  lanes.push({ class: 'service', name: '', ref: '', line: stops.slice(1).flatMap((b, i) => bentLine(plan, stops[i]!, b).slice(i === 0 ? 0 : 1)) })
  const [west, east] = [u0 + 7, u1 - 7]
  for (let row = 0; row < rows; row++) {
    const v = v0 + 4 + pitch * (row + 0.5)
    const behind = laneOf(row)
    if (behind < v1 - 3) {
      if (west < spine - 20) lane([spine, behind], [wide ? west : west + 6, behind])
      if (east > spine + 20) lane([spine, behind], [wide ? east : east - 6, behind])
    }
    for (const [from, to] of [[u0 + (wide ? 13 : 7), spine - 6], [spine + 6, u1 - (wide ? 13 : 7)]] as const) {
      let u = from
      while (to - u >= shape.lengths[0]!) {
        const fits = shape.lengths.filter((l) => l <= to - u)
        const room = to - u
        const length = room - fits.at(-1)! < shape.lengths[0]! + shape.gap && room <= 64 && style !== 'tower' ? Math.min(room, 60) : random.pick(fits)
        const levels = random.pick(shape.levels)
        const angle = angleAt(plan, u + length / 2, v)
        const at = plan.place(u + length / 2, v)
        const footprint: Footprint = style === 'tower' ? placed(tower(length, shape.depth), at, angle) : rectangle(at, length, shape.depth, angle)
        const units = style === 'tower' ? 1 : Math.max(1, Math.round(length / (style === 'walk-up' ? 19 : 21)))
        const flats = levels * (style === 'tower' ? 4 : units * 2)
        buildings.push({ footprint, at, levels, use: 'residential', name: '', flats, units: style === 'tower' ? 1 : units, number: buildings.length + 1 })
        u += length + shape.gap * random.range(1, 1.25)
      }
    }
  }
  if (wide && rows > 1) for (const u of [west, east]) if (Math.abs(u - spine) > 20) lane([u, laneOf(0)], [u, laneOf(rows - 1)])
  return { fromSouth, buildings, lanes, gates, ring: outline(plan, lot, spine) }
}

import type { Base } from './base.ts'
import type { Building } from './building.ts'
import { angleAt, layoutCompound } from './compound-layout.ts'
import type { Layout, Lot, Style } from './compound-layout.ts'
import { rectangle } from './footprint.ts'
import type { Names } from './names.ts'
import type { Random } from './random.ts'
import type { Road } from './road.ts'
import { layoutSpecial } from './special-lots.ts'
import { assignLots } from './town-lots.ts'
import type { SpecialLot } from './town-lots.ts'
import { makeStreets, streetRoad } from './town-streets.ts'
import type { Block, Street } from './town-streets.ts'
import type { TownPlan } from './town-plan.ts'
import type { Xy } from './vector.ts'

export type HousingLot = { name: string; plan: TownPlan; lot: Lot; unit: number; layout: Layout; frontage: Street }
export type TownBuild = {
  roads: Road[]
  housing: HousingLot[]
  specials: (SpecialLot & { unit: number; buildings: Building[]; gate: Xy; frontage: Street })[]
  shops: { building: Building; unit: number; street: Street }[]
}

const THROUGH_NAMES: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  '990101001': [['西环路', '西关大街', '书院街', '鼓楼大街', '文昌路', '东关大街', '东环路'], ['沿河北路', '东西大街', '朝阳路', '人民路', '北环路']],
  '990101002': [['西关南路', '观澜路', '滨河大道', '学府路', '锦业路'], ['南环路', '云帆路', '望江路', '沿河南路']],
}

/** Keeps the names of the through streets from being drawn for a lane. */
export const reserveThroughNames = (names: Names): void => Object.values(THROUGH_NAMES).flat(2).forEach(names.reserve)

const styleOf = (random: Random, plan: TownPlan, old: boolean): Style => {
  if (plan.kind !== 'street') return random.chance(0.8) ? 'walk-up' : 'mid-rise'
  if (old) return random.chance(0.88) ? 'walk-up' : 'mid-rise'
  return random.pick(plan.code.endsWith('2') ? ['mid-rise', 'tower', 'tower', 'walk-up'] : ['walk-up', 'walk-up', 'mid-rise', 'mid-rise', 'tower'])
}

/** A row of shops inside one edge of a lot, facing the street. */
const shopRow = (random: Random, lot: Lot, v: number): Building[] => {
  const out: Building[] = []
  for (let u = lot.u0 + 1; u < lot.u1 - 12;) {
    const length = Math.min(random.range(16, 38), lot.u1 - 1 - u)
    const at = lot.plan.place(u + length / 2, v)
    const depth = random.range(9, 11)
    if (length > 9) out.push({ footprint: rectangle(at, length - 0.4, depth, angleAt(lot.plan, u + length / 2, v)), at, levels: random.pick([2, 2, 3, 3, 4]), use: 'retail', name: '', flats: 0, units: 0, number: 0 })
    u += length + (random.chance(0.15) ? 6 : 0.8)
  }
  return out
}

/** Streets, compounds, set-pieces and shops of one town; nothing is checked against its surroundings yet. */
export const buildTown = (random: Random, base: Base, plan: TownPlan, names: Names, usedEnds: ReadonlySet<string>): TownBuild => {
  const known = THROUGH_NAMES[plan.code]
  const nameOf = (across: 'u' | 'v', through: number | undefined, old: boolean): string => {
    if (through === undefined) return names.street(old ? (random.chance(0.7) ? '巷' : '街') : random.chance(0.6) ? '路' : '街')
    return known ? known[across === 'u' ? 0 : 1][through]! : names.street(across === 'u' ? '街' : '路')
  }
  const { streets, blocks } = makeStreets(random, plan, nameOf, usedEnds, (line) => line.every((p) => !base.water.covers(p) && base.water.edges.distance(p, 22) >= 22))
  const roads: Road[] = streets.map((s) => streetRoad(plan, s))
  const unitAt = (b: Block): number => base.county.units.findIndex((u) => u.plan === plan && (plan.kind !== 'street' || u.cells.some((c) => c[0] === b.cell[0] && c[1] === b.cell[1])))
  const wet = (b: Block): boolean => [0.2, 0.5, 0.8].some((x) => [0.2, 0.5, 0.8].some((y) => base.water.covers(plan.place(b.u0 + (b.u1 - b.u0) * x, b.v0 + (b.v1 - b.v0) * y))))
  const lots = assignLots(random, plan, blocks, wet)
  const blockOf = (lot: Lot): Block => blocks.find((b) => lot.u0 >= b.u0 - 0.1 && lot.u1 <= b.u1 + 0.1 && lot.v0 >= b.v0 - 0.1 && lot.v1 <= b.v1 + 0.1)!
  const specials = lots.specials.map((s) => {
    const frontage = s.block.sides[0]
    const u = (s.lot.u0 + s.lot.u1) / 2 + random.range(-8, 8)
    roads.push({ class: 'service', name: '', ref: '', line: [plan.place(u, frontage.at), plan.place(u, s.lot.v0 + 4)] })
    return { ...s, unit: unitAt(s.block), frontage, gate: plan.place(u, s.lot.v0), buildings: layoutSpecial(s.lot, s.wanted.kind, s.wanted.name) }
  })
  const shops: TownBuild['shops'] = []
  const housing: HousingLot[] = []
  for (const group of lots.housing) for (const whole of group) {
    const block = blockOf(whole)
    const unit = unitAt(block)
    let lot = whole
    const [south, north] = block.sides
    for (const [street, side] of [[south, 'v0'], [north, 'v1']] as const) {
      if (!random.chance(street.class === 'residential' ? (block.old ? 0.36 : 0.08) : 0.4) || lot.v1 - lot.v0 < 70) continue
      const row = shopRow(random, lot, side === 'v0' ? lot.v0 + 5 : lot.v1 - 5)
      shops.push(...row.map((building) => ({ building, unit, street })))
      lot = side === 'v0' ? { ...lot, v0: lot.v0 + 13 } : { ...lot, v1: lot.v1 - 13 }
    }
    if (lot.u1 - lot.u0 < 46 || lot.v1 - lot.v0 < 40) continue
    const layout = layoutCompound(random, lot, styleOf(random, plan, block.old))
    if (layout.buildings.length < 2) continue
    roads.push(...layout.lanes)
    housing.push({ name: names.compound(), plan, lot, unit, layout, frontage: layout.fromSouth ? south : north })
  }
  return { roads, housing, specials, shops }
}

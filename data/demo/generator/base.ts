import { growCounty } from './county.ts'
import type { County } from './county.ts'
import { pickHamlets } from './hamlet-sites.ts'
import { makeMotorway } from './interchange.ts'
import type { Interchange } from './interchange.ts'
import { MOTORWAY, RAILWAY } from './layout.ts'
import { makeMainRoads } from './main-roads.ts'
import type { MainRoad } from './main-roads.ts'
import { makeMesh } from './mesh.ts'
import type { Mesh } from './mesh.ts'
import { distanceToRing } from './polygon.ts'
import { spline } from './polyline.ts'
import type { Random } from './random.ts'
import type { Road } from './road.ts'
import { makeSeeds } from './seeds.ts'
import type { Seeds } from './seeds.ts'
import { createSegmentIndex } from './segment-index.ts'
import { makePlans } from './town-plan.ts'
import type { TownPlan } from './town-plan.ts'
import { add, dist, left, scale, sub, unit } from './vector.ts'
import type { Xy } from './vector.ts'
import { makeWater } from './water.ts'
import type { Water } from './water.ts'

/** The county's ground: water, towns, main lines, seats of villages and the areas that grew round them. */
export type Base = {
  water: Water
  plans: TownPlan[]
  main: MainRoad[]
  motorway: Road[]
  exits: Interchange[]
  rail: Road
  hamlets: Xy[]
  seats: number
  landings: [Xy, Xy]
  seeds: Seeds
  mesh: Mesh
  county: County
}

const EXITS = [{ name: '云渡西', east: -3100 }, { name: '云渡东', east: 3500 }]

/** Village seats first: hamlets that lie well apart, in the order drawn; the rest follow. */
const seatsFirst = (hamlets: readonly Xy[]): { hamlets: Xy[]; seats: number } => {
  const seats: Xy[] = []
  for (const h of hamlets) if (seats.every((s) => dist(s, h) > 1750)) seats.push(h)
  return { hamlets: [...seats, ...hamlets.filter((h) => !seats.includes(h))], seats: seats.length }
}

const pondsBeside = (random: Random, hamlets: readonly Xy[], roads: readonly (readonly Xy[])[], dry: Water): { at: Xy; size: number; name: string }[] => {
  const lines = createSegmentIndex<number>(300)
  for (const r of roads) lines.insertLine(r, 0)
  for (const c of dry.courses) lines.insertLine(c.line, 0)
  return hamlets.flatMap((h) => {
    if (random.chance(0.5)) return []
    const size = random.range(24, 62)
    const turn = random.range(0, 2 * Math.PI)
    const at: Xy = [h[0] + Math.cos(turn) * (size + 135), h[1] + Math.sin(turn) * (size + 135)]
    return lines.distance(at, 200) < size + 60 || dry.covers(at) || dry.edges.distance(at, 200) < 200 ? [] : [{ at, size, name: '' }]
  })
}

const ferryLandings = (water: Water): [Xy, Xy] => {
  const i = water.centre.findIndex((p) => p[0] > -7840)
  const at = water.centre[i]!
  const across = left(unit(sub(water.centre[i + 1]!, water.centre[i - 1]!)))
  const river = water.bodies[0]!.outer
  const landing = (side: number): Xy => {
    let d = 40
    while (water.covers(add(at, scale(across, side * d))) || distanceToRing(add(at, scale(across, side * d)), river) < 14) d += 4
    return add(at, scale(across, side * d))
  }
  return [landing(1), landing(-1)]
}

/** Lays out the ground, from the river up. */
export const makeBase = (random: Random, hamletCount: number): Base => {
  const dry = makeWater([])
  const plans = makePlans(dry.centre)
  const { carriageways, exits } = makeMotorway(EXITS)
  const main = makeMainRoads(plans, exits.map((e) => e.end))
  const rail: Road = { class: 'rail', name: '云原铁路', ref: '', line: spline(RAILWAY, 120) }
  const tracks = [rail.line, spline(MOTORWAY, 150)]
  const { hamlets, seats } = seatsFirst(pickHamlets(random, hamletCount, dry, plans, main, tracks))
  const water = makeWater(pondsBeside(random, hamlets, [...main.map((r) => r.line), ...tracks], dry))
  const landings = ferryLandings(water)
  const seeds = makeSeeds(random, water, plans, main, hamlets, landings)
  const mesh = makeMesh(seeds.points)
  const county = growCounty(mesh, water, plans, seeds.hamlets, seats)
  return { water, plans, main, motorway: carriageways, exits, rail, hamlets, seats, landings, seeds, mesh, county }
}

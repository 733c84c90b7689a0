import type { Base } from './base.ts'
import type { Building, Settlement } from './building.ts'
import { rectangle } from './footprint.ts'
import { hamletLanes, hamletReach, hamletRing, housesAlong } from './hamlet-layout.ts'
import type { HamletGround } from './hamlet-layout.ts'
import { hilliness } from './hamlet-sites.ts'
import type { Names } from './names.ts'
import { makeNetwork } from './network.ts'
import { nodeRoads } from './noding.ts'
import { createPlot } from './plot.ts'
import { insideRing } from './polygon.ts'
import { simplified } from './polyline.ts'
import type { Random } from './random.ts'
import { makeRibbons } from './ribbons.ts'
import type { Ribbon } from './ribbons.ts'
import type { Road } from './road.ts'
import { HALF_WIDTH } from './road.ts'
import { createSegmentIndex } from './segment-index.ts'
import { addStructures } from './structures.ts'
import { buildTown, reserveThroughNames } from './town-build.ts'
import type { TownBuild } from './town-build.ts'
import { dist, lerp } from './vector.ts'
import type { Xy } from './vector.ts'

export type Settled = { roads: Road[]; settlements: Settlement[]; towns: TownBuild[]; hamletNames: string[]; station: Building; ribbons: Ribbon[] }

const groundOf = (base: Base): HamletGround => {
  const edges = createSegmentIndex<number>(200)
  for (const arc of base.county.arcs) edges.insertLine(arc.line, 0)
  const wet = createSegmentIndex<number>(200)
  for (const c of base.water.courses) wet.insertLine(c.line, 0)
  return { clear: (p, margin) => edges.distance(p, margin) >= margin && base.water.edges.distance(p, margin) >= margin && wet.distance(p, margin) >= margin && !base.water.covers(p) }
}

/** The station's hall stands between its forecourt (the end of the avenue that leads to it) and the line. */
const railwayStation = (base: Base): Building => {
  const avenue = base.main.find((r) => r.name === '站前大道')!.line
  const forecourt = avenue.at(-1)!
  const angle = Math.atan2(forecourt[1] - avenue.at(-2)![1], forecourt[0] - avenue.at(-2)![0]) - Math.PI / 2
  const at: Xy = [forecourt[0], forecourt[1] + 26]
  return { footprint: rectangle(at, 96, 24, angle), at, levels: 2, use: 'transport', name: '云渡站', flats: 0, units: 0, number: 1 }
}

/** A slab cut short about its middle, with the stairwells and flats that are left. */
const shrunk = (b: Building, share: number): Building => {
  if (share === 1) return b
  const units = Math.max(1, Math.floor(b.units * share))
  return { ...b, units, flats: Math.round((b.flats * units) / b.units), footprint: b.footprint.map((p) => lerp(b.at, p, share)) }
}

const houseCount = (size: number): number => Math.round(size * 15)

const numberHouses = (houses: Building[], seat: Xy): Building[] =>
  [...houses].sort((a, b) => dist(a.at, seat) - dist(b.at, seat)).map((b, i) => ({ ...b, number: i + 1 }))

/** Builds roads first, then everything that stands beside them, where the ground is free. */
export const settle = (random: Random, base: Base, names: Names): Settled => {
  reserveThroughNames(names)
  const hamletNames = base.hamlets.map(() => names.hamlet())
  const ground = groundOf(base)
  const { roads: country, usedEnds } = makeNetwork(random.fork('roads'), base, hamletNames)
  const near = createSegmentIndex<number>(100)
  country.forEach((r, i) => near.insertLine(r.line, i))
  const sizing = random.fork('sizes')
  const sizes = base.hamlets.map((h, i) => Math.max(1, (i < base.seats ? 2.6 : 1.7) * (1 - 0.5 * hilliness(h)) * sizing.range(0.75, 1.35)))
  const lanes = base.hamlets.map((seat, i) => hamletLanes(random.fork(`lanes ${i}`), seat, country, sizes[i]!, houseCount(sizes[i]!), ground))
  const towns = base.plans.map((plan) => buildTown(random.fork(plan.code), base, plan, names, usedEnds))
  const drawn = [...country, ...lanes.flat(), ...towns.flatMap((t) => t.roads)]
  const tracks = [base.rail, base.motorway[0]!]
  const cut = addStructures(drawn, base.water, tracks, [{ ref: 'S299', south: -12900, north: -12100 }])
  const roads = nodeRoads(cut).map((r) => ({ ...r, line: r.line }))
  const plot = createPlot(base.water)
  for (const r of roads) plot.addRoad(r)

  const station = railwayStation(base)
  plot.take(station.footprint)
  const settlements: Settlement[] = []
  for (const town of towns) {
    const put = (b: Building, gap: number, verge: number): boolean => {
      if (!plot.free(b.footprint, gap, verge)) return false
      plot.take(b.footprint)
      return true
    }
    for (const s of town.specials) s.buildings = s.buildings.filter((b) => put(b, 2, 0.5))
    town.shops = town.shops.filter((s) => put(s.building, 0.1, 0.8))
    for (const h of town.housing) {
      const buildings = h.layout.buildings.flatMap((b) => [1, 0.84, 0.68].map((k) => shrunk(b, k)).find((c) => put(c, 2, 0.8)) ?? []).map((b, i) => ({ ...b, number: i + 1 }))
      const along = h.layout.fromSouth ? h.lot.u0 - h.plan.us[0]! : h.plan.us.at(-1)! - h.lot.u1
      settlements.push({ kind: 'compound', name: h.name, unit: h.unit, ring: h.layout.ring, buildings, gates: h.layout.gates, street: h.frontage.name, streetNumber: 2 * Math.floor(along / 22) + (h.layout.fromSouth ? 2 : 1) })
    }
  }
  const ribbons = makeRibbons(random.fork('ribbons'), base, plot, ground.clear)
  base.hamlets.forEach((seat, i) => {
    const limit = houseCount(sizes[i]!)
    const houses: Building[] = []
    const draw = random.fork(`houses ${i}`)
    const reach = hamletReach(sizes[i]!)
    const pieces = [...country.filter((r) => r.class !== 'motorway' && r.class !== 'motorway_link' && r.class !== 'rail' && r.class !== 'ferry' && r.line.some((p) => dist(p, seat) < reach)), ...lanes[i]!]
      .sort((a, b) => Math.min(...a.line.map((p) => dist(p, seat))) - Math.min(...b.line.map((p) => dist(p, seat))))
    for (const road of pieces) {
      const line = dist(road.line[0]!, seat) < dist(road.line.at(-1)!, seat) ? road.line : [...road.line].reverse()
      const cutoff = line.findIndex((p) => dist(p, seat) > reach)
      const stretch = lanes[i]!.includes(road) || cutoff < 0 ? line : line.slice(0, cutoff + 1)
      if (stretch.length < 2 || dist(stretch[0]!, seat) > reach + 40) continue
      for (const side of [1, -1] as const) houses.push(...housesAlong(draw, stretch, side, HALF_WIDTH[road.class] + 2.2, limit - houses.length, plot, { clear: (p, m) => dist(p, seat) < reach + 130 && ground.clear(p, m) }))
    }
    const corners = [...houses.flatMap((b) => b.footprint), ...lanes[i]!.flatMap((l) => simplified(l.line, 4))]
    const ring = hamletRing(corners, ground.clear)
    const inside = houses.filter((b) => b.footprint.every((p) => insideRing(p, ring)))
    settlements.push({ kind: 'natural_village', name: hamletNames[i]!, unit: base.county.unitOf(base.seeds.hamlets[i]!), ring, buildings: numberHouses(inside, seat), gates: [seat], street: '', streetNumber: 0 })
  })
  return { roads, settlements, towns, hamletNames, station, ribbons }
}

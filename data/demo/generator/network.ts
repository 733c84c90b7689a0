import type { Base } from './base.ts'
import { makeChains } from './chains.ts'
import { makeCountryRoads } from './country-roads.ts'
import type { Random } from './random.ts'
import type { Road, RoadClass } from './road.ts'
import { portalAt } from './town-plan.ts'
import { dist } from './vector.ts'

/** County roads between towns, as portals; the second may be the ferry's landing. */
const COUNTY_ROADS: readonly (readonly [string, string, string])[] = [
  ['990101102:u1-', '990101001:u2+', '青云路'],
  ['990101102:v1+', '990101103:v1-', '青塬路'],
  ['990101102:v1-', '990101100:u2+', '青柳路'],
  ['990101200:v1+', '990101104:v1-', '杏川路'],
  ['990101101:u2-', '990101104:v1+', '石川路'],
  ['990101200:u1+', 'landing:1', '杏渡路'],
  ['990101100:u2-', 'landing:0', '柳渡路'],
  ['990101002:v1+', '990101101:u2-', '滨石路'],
  ['990101002:v1-', '990101200:u1+', '滨杏路'],
]

/** Roads between towns, and the town street ends they meet, as `code:line±`. */
export type Network = { roads: Road[]; usedEnds: Set<string> }

/** Country roads over the mesh, smoothed and named, and the stubs that join them to town streets. */
export const makeNetwork = (random: Random, base: Base, hamletNames: readonly string[]): Network => {
  const { mesh, seeds, water, plans } = base
  const net = makeCountryRoads(mesh, seeds, water, plans, [base.rail.line, ...base.motorway.slice(0, 1).map((m) => m.line)])
  const named = new Map<number, { name: string; ref: string }>()
  const portal = (ref: string): number => {
    const [code, end] = ref.split(':')
    return code === 'landing' ? seeds.landings[Number(end)]! : seeds.portals.find((p) => p.plan.code === code && p.end === end)!.seed
  }
  COUNTY_ROADS.forEach(([from, to, name], i) => named.set(net.connect(portal(from), portal(to), 'secondary'), { name, ref: `X9${String(i + 11)}` }))
  seeds.hamlets.forEach((seed, i) => {
    const seat = i < base.seats
    const route = net.connect(seed, 'network', seat ? 'tertiary' : 'residential')
    const stem = hamletNames[i]!
    named.set(route, seat ? { name: `${stem}路`, ref: `Y9${String(i + 1).padStart(2, '0')}` } : { name: '', ref: '' })
  })
  // A road between neighbours whose way round is long, so that the country is a web and not only a tree.
  for (let i = 0; i < seeds.hamlets.length; i++) for (let j = i + 1; j < seeds.hamlets.length; j++) {
    const [a, b] = [seeds.hamlets[i]!, seeds.hamlets[j]!]
    const straight = dist(mesh.seeds[a]!, mesh.seeds[b]!)
    if (straight > 2500 || net.distance(a, b) < straight * 2.3) continue
    const cls: RoadClass = random.chance(0.55) ? 'tertiary' : 'track'
    named.set(net.connect(a, b, cls), { name: '', ref: '' })
  }
  const stops = new Set([...seeds.roads.flat(), ...seeds.hamlets, ...seeds.landings, ...seeds.portals.map((p) => p.seed)])
  const grown = makeChains(seeds.points, net.links, stops).map(({ road, route }) => ({ ...road, ...named.get(route) }))
  const used = new Map<number, RoadClass>()
  for (const l of net.links) for (const n of [l.from, l.to]) used.set(n, l.class)
  base.main.forEach((road, i) => seeds.roads[i]!.forEach((n) => used.set(n, road.class)))
  const usedEnds = new Set<string>()
  const stubs = plans.flatMap((plan) => [...plan.us.map((_, i) => `u${i}`), ...plan.vs.map((_, i) => `v${i}`)].flatMap((line) => ['+', '-'].flatMap((end): Road[] => {
    const outer = portalAt(plan, line + end, 60)
    const seed = seeds.points.findIndex((p) => p[0] === outer[0] && p[1] === outer[1])
    const cls = used.get(seed)
    const road = base.main.find((_, i) => seeds.roads[i]!.includes(seed))
    if (cls) usedEnds.add(`${plan.code}:${line}${end}`)
    return cls ? [{ class: cls, name: road?.name ?? '', ref: road?.ref ?? '', line: [portalAt(plan, line + end, 0), outer] }] : []
  })))
  const ferry: Road = { class: 'ferry', name: '柳湾渡', ref: '', line: [base.landings[0], base.landings[1]] }
  const main: Road[] = base.main.map((r) => ({ class: r.class, name: r.name, ref: r.ref, line: r.line }))
  return { roads: [...main, ...base.motorway, ...base.exits.flatMap((e) => e.pieces), base.rail, ferry, ...stubs, ...grown], usedEnds }
}

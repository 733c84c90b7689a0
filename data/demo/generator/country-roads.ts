import { grow } from './grow.ts'
import { hilliness } from './hamlet-sites.ts'
import type { Mesh } from './mesh.ts'
import { noise } from './noise.ts'
import type { RoadClass } from './road.ts'
import { countyReach } from './seeds.ts'
import type { Seeds } from './seeds.ts'
import { createSegmentIndex } from './segment-index.ts'
import type { TownPlan } from './town-plan.ts'
import { dist, lerp, meet } from './vector.ts'
import type { Xy } from './vector.ts'
import type { Water } from './water.ts'

export type Link = { from: number; to: number; class: RoadClass; route: number }
export type CountryRoads = { links: Link[]; connect: (from: number, to: number | 'network', cls: RoadClass) => number; distance: (from: number, to: number) => number }

/** Roads that grow over the mesh: each connection takes the cheapest way, and roads already there are cheap to follow. */
export const makeCountryRoads = (mesh: Mesh, seeds: Seeds, water: Water, plans: readonly TownPlan[], tracks: readonly (readonly Xy[])[]): CountryRoads => {
  const neighbours = mesh.neighbours.map((list) => [...list])
  const barriers = createSegmentIndex<number>(300)
  barriers.insertLine(water.centre, Infinity)
  for (const c of water.courses) barriers.insertLine(c.line, c.kind === 'stream' ? 260 : 120)
  for (const t of tracks) barriers.insertLine(t, 420)
  const links: Link[] = []
  const built = new Map<number, 'road' | 'town'>()
  const keyOf = (a: number, b: number): number => Math.min(a, b) * mesh.seeds.length + Math.max(a, b)
  const join = (a: number, b: number): void => {
    if (neighbours[a]!.includes(b)) return
    neighbours[a]!.push(b)
    neighbours[b]!.push(a)
  }
  seeds.roads.forEach((line) => line.slice(1).forEach((to, i) => {
    join(line[i]!, to)
    built.set(keyOf(line[i]!, to), 'road')
  }))
  for (const a of seeds.portals) for (const b of seeds.portals) {
    if (a.plan !== b.plan || a.seed >= b.seed) continue
    join(a.seed, b.seed)
    built.set(keyOf(a.seed, b.seed), 'town')
  }
  const inTown = mesh.seeds.map((p) => plans.some((plan) => dist(p, plan.seat) < 3400 && plan.contains(p, 30)))
  // No junction on a main road's bridge: its vertices beside a river, motorway or railway take no other road.
  const lines = createSegmentIndex<number>(300)
  for (const t of tracks) lines.insertLine(t, 0)
  const closed = new Set(seeds.roads.flat().filter((n) => lines.distance(mesh.seeds[n]!, 110) < 110 || water.edges.distance(mesh.seeds[n]!, 90) < 90))
  const fresh = new Map<number, number>()
  const groundCost = (a: number, b: number): number => {
    const [p, q] = [mesh.seeds[a]!, mesh.seeds[b]!]
    const middle = lerp(p, q, 0.5)
    if (closed.has(a) || closed.has(b)) return Infinity
    if (inTown[a] || inTown[b] || water.covers(p) || water.covers(q) || water.covers(middle) || countyReach(q) > 0.985) return Infinity
    if ([0.2, 0.4, 0.6, 0.8].some((t) => plans.some((plan) => dist(p, plan.seat) < 3400 && plan.contains(lerp(p, q, t), 20)))) return Infinity
    const crossed = barriers.near([Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.max(p[0], q[0]), Math.max(p[1], q[1])])
      .reduce((sum, s) => (meet(p, q, s.a, s.b) ? sum + s.data : sum), 0)
    return dist(p, q) * (1.1 + 1.6 * hilliness(middle) + 0.9 * noise(361, middle[0], middle[1], 900)) + crossed
  }
  const cost = (a: number, b: number): number => {
    const key = keyOf(a, b)
    const there = built.get(key)
    if (there) return dist(mesh.seeds[a]!, mesh.seeds[b]!) * 0.32
    let c = fresh.get(key)
    if (c === undefined) fresh.set(key, (c = groundCost(a, b)))
    return c
  }
  const network = (): number[] => {
    const nodes = new Set(seeds.roads.flat())
    for (const l of links) nodes.add(l.from).add(l.to)
    return [...nodes]
  }
  let route = 0
  return {
    links,
    connect: (from, to, cls) => {
      const sources = to === 'network' ? network() : [to]
      const found = grow(neighbours, sources.filter((cell) => cell !== from).map((cell) => ({ cell, label: 0 })), cost, from)
      if (!Number.isFinite(found.cost[from]!)) throw new Error(`no way for a road from ${mesh.seeds[from]!.join(',')}`)
      route += 1
      for (let here = from; found.parent[here]! >= 0; here = found.parent[here]!) {
        const next = found.parent[here]!
        if (built.has(keyOf(here, next))) continue
        built.set(keyOf(here, next), 'road')
        links.push({ from: here, to: next, class: cls, route })
      }
      return route
    },
    distance: (from, to) => {
      const found = grow(neighbours, [{ cell: to, label: 0 }], (a, b) => (built.has(keyOf(a, b)) ? dist(mesh.seeds[a]!, mesh.seeds[b]!) : Infinity), from)
      return found.cost[from]!
    },
  }
}

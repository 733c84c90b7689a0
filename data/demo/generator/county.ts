import { dissolve, makeArcs } from './arcs.ts'
import type { Arc } from './arcs.ts'
import { grow } from './grow.ts'
import type { Step } from './grow.ts'
import { hilliness } from './hamlet-sites.ts'
import type { Mesh } from './mesh.ts'
import { fractalNoise } from './noise.ts'
import type { Ring } from './polygon.ts'
import { countyReach, dividers } from './seeds.ts'
import { createSegmentIndex } from './segment-index.ts'
import type { TownPlan } from './town-plan.ts'
import { dist, meet } from './vector.ts'
import type { Xy } from './vector.ts'
import type { Water } from './water.ts'

/** A village or community before it has a name: its township, its seat, and what it grew from. */
export type Unit = { plan: TownPlan; seat: Xy; community: boolean; cells: readonly (readonly [number, number])[] }
export type Ground = { polygons: { outer: Ring; holes: Ring[] }[] }
export type County = { units: Unit[]; arcs: Arc[]; unitOf: (seed: number) => number; ground: (member: (unit: number) => boolean) => Ground }

/** Which superblocks of the two streets make one community: rows of street coordinates, north row last. */
const COMMUNITIES: Readonly<Record<string, readonly string[]>> = {
  '990101001': ['ABBCCD', 'AEFGHD', 'IEJKHL', 'IMMKNN'],
  '990101002': ['ABBC', 'ADEC', 'FDEG'],
}

const communitiesOf = (plan: TownPlan): (readonly [number, number])[][] => {
  const rows = COMMUNITIES[plan.code]
  if (!rows) return [[[0, 0]]]
  const groups = new Map<string, (readonly [number, number])[]>()
  rows.forEach((row, v) => [...row].forEach((letter, u) => groups.set(letter, [...(groups.get(letter) ?? []), [u, v]])))
  return [...groups.values()]
}

/** Which superblock a point lies in, or undefined outside the street rectangle. */
const blockOf = (plan: TownPlan, p: Xy): readonly [number, number] | undefined => {
  const { us, vs } = dividers(plan)
  const [u, v] = plan.locate(p)
  const [i, j] = [us.findLastIndex((x) => x <= u), vs.findLastIndex((x) => x <= v)]
  return i < 0 || j < 0 || i >= us.length - 1 || j >= vs.length - 1 ? undefined : [i, j]
}

/** Grows once to learn whose each hamlet is, then again with the hamlets as sources too, so that no edge comes near one. */
const growTwice = (neighbours: readonly (readonly number[])[], sources: readonly { cell: number; label: number }[], hamlets: readonly number[], step: Step): { label: Int32Array } => {
  const first = grow(neighbours, sources, step)
  return grow(neighbours, [...sources, ...hamlets.map((cell) => ({ cell, label: first.label[cell]! }))], step)
}

/** Grows townships, then villages inside them, over the mesh: rivers, streams and rough ground make the edges. */
export const growCounty = (mesh: Mesh, water: Water, plans: readonly TownPlan[], hamlets: readonly number[], seats: number): County => {
  const lines = createSegmentIndex<number>(400)
  lines.insertLine(water.centre, 2600)
  for (const c of water.courses) if (c.kind === 'stream') lines.insertLine(c.line, 520)
  const barrier = (a: Xy, b: Xy): number =>
    lines.near([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])])
      .reduce((sum, s) => (meet(a, b, s.a, s.b) ? sum + s.data : sum), 0)
  const travel = (from: number, to: number): number => {
    const [a, b] = [mesh.seeds[from]!, mesh.seeds[to]!]
    const ridge = 1 + 2.4 * Math.max(0, 1 - 5 * Math.abs(fractalNoise(341, b[0], b[1], 5200))) * (0.4 + hilliness(b))
    return dist(a, b) * ridge + barrier(a, b)
  }
  const inside = mesh.seeds.map((p) => countyReach(p) < 1)
  const planAt = mesh.seeds.map((p) => plans.findIndex((plan) => dist(p, plan.seat) < 3400 && blockOf(plan, p)))
  const towns = mesh.seeds.flatMap((_, cell) => (planAt[cell]! >= 0 ? [{ cell, label: planAt[cell]! }] : []))
  const townships = growTwice(mesh.neighbours, towns, hamlets, (from, to, label) => (inside[to] ? travel(from, to) * (plans[label]!.kind === 'street' ? 1.75 : 1) : Infinity))

  const units: Unit[] = plans.flatMap((plan) => communitiesOf(plan).map((cells) => {
    const { us, vs } = dividers(plan)
    const [u, v] = cells[0]!
    return { plan, community: true, cells, seat: plan.place((us[u]! + us[u + 1]!) / 2, (vs[v]! + vs[v + 1]!) / 2) }
  }))
  const sources: { cell: number; label: number }[] = []
  mesh.seeds.forEach((p, cell) => {
    if (planAt[cell]! < 0) return
    const plan = plans[planAt[cell]!]!
    const [i, j] = blockOf(plan, p)!
    sources.push({ cell, label: units.findIndex((u) => u.plan === plan && u.cells.some((c) => c[0] === i && c[1] === j)) })
  })
  for (const cell of hamlets.slice(0, seats)) {
    const plan = plans[townships.label[cell]!]!
    sources.push({ cell, label: units.push({ plan, community: false, cells: [], seat: mesh.seeds[cell]! }) - 1 })
  }
  const grown = growTwice(mesh.neighbours, sources, hamlets, (from, to, label) => {
    if (townships.label[to] !== townships.label[from]) return Infinity
    return travel(from, to) * (units[label]!.community ? 3 : 1)
  })
  const arcs = makeArcs(mesh, (cell) => grown.label[cell]!)
  return { units, arcs, unitOf: (seed) => grown.label[seed]!, ground: (member) => ({ polygons: dissolve(arcs, (label) => label >= 0 && member(label)) }) }
}

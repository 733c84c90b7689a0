import type { Random } from './random.ts'
import type { Road, RoadClass } from './road.ts'
import type { TownPlan } from './town-plan.ts'
import type { Xy } from './vector.ts'

export type Street = { class: RoadClass; name: string; ref: string; across: 'u' | 'v'; at: number; from: number; to: number }
/** A block between four streets: the lot inside the pavements, and the street on each side (south, north, west, east). */
export type Block = { plan: TownPlan; u0: number; u1: number; v0: number; v1: number; sides: readonly [Street, Street, Street, Street]; old: boolean; cell: readonly [number, number] }

const SETBACK: Readonly<Partial<Record<RoadClass, number>>> = { trunk: 21, primary: 20, secondary: 18, tertiary: 17, residential: 9 }

/** Classes of the through streets; everything unnamed here is tertiary. */
const THROUGH: Readonly<Record<string, readonly [RoadClass, string]>> = {
  '990101001:v3': ['trunk', 'G599'], '990101001:u3': ['primary', 'S299'], '990101002:u2': ['primary', 'S299'],
  '990101001:u1': ['secondary', ''], '990101001:v1': ['secondary', ''], '990101001:u5': ['secondary', ''], '990101002:v1': ['secondary', ''], '990101002:v3': ['secondary', ''],
  '990101001:v0': ['secondary', ''], '990101100:v1': ['trunk', 'G599'], '990101101:v1': ['trunk', 'G599'], '990101103:v1': ['primary', 'S299'], '990101103:u2': ['primary', 'S299'],
  '990101104:u1': ['primary', 'S299'], '990101200:v1': ['secondary', 'X901'],
}

const isOld = (plan: TownPlan, u: number, v: number): boolean => plan.code === '990101001' && u > -560 && u < 570 && v < 930

/** Through streets, and the smaller streets that cut each superblock into blocks of the size its quarter asks for. */
export const makeStreets = (random: Random, plan: TownPlan, nameOf: (across: 'u' | 'v', through: number | undefined, old: boolean) => string, usedEnds: ReadonlySet<string>, passable: (line: readonly Xy[]) => boolean): { streets: Street[]; blocks: Block[] } => {
  const field = (i: number, j: number): boolean => i < 0 || j < 0 || i >= plan.us.length - 1 || j >= plan.vs.length - 1 || plan.fields.includes(`${i},${j}`)
  const street = (across: 'u' | 'v', i: number): Street => {
    const [cls, ref] = THROUGH[`${plan.code}:${across}${i}`] ?? ['tertiary', '']
    const [mine, other] = across === 'u' ? [plan.us, plan.vs] : [plan.vs, plan.us]
    return { class: cls as RoadClass, ref, name: nameOf(across, i, false), across, at: mine[i]!, from: other[0]!, to: other.at(-1)! }
  }
  const us = plan.us.map((_, i) => street('u', i))
  const vs = plan.vs.map((_, i) => street('v', i))
  // On the rim a street runs only where it has a block beside it; inner streets run on where a road meets their end.
  const trimmed = (s: Street, i: number): Street[] => {
    const [mine, other] = s.across === 'u' ? [plan.us, plan.vs] : [plan.vs, plan.us]
    const beside = other.slice(1).map((_, k) => [i - 1, i].some((m) => !(s.across === 'u' ? field(m, k) : field(k, m))))
    const end = `${plan.code}:${s.across}${i}`
    const [first, last] = [beside.indexOf(true), beside.lastIndexOf(true)]
    const kept = beside.map((yes, k) => yes || (i > 0 && i < mine.length - 1 && ((k < first && usedEnds.has(`${end}-`)) || (k > last && usedEnds.has(`${end}+`)) || (k > first && k < last))))
    return kept.flatMap((yes, k) => (yes ? [{ ...s, from: other[k]!, to: other[k + 1]! }] : []))
  }
  const streets = [...us.flatMap(trimmed), ...vs.flatMap(trimmed)]
  const blocks: Block[] = []
  const cut = (south: Street, north: Street, west: Street, east: Street, cell: readonly [number, number], depth: number): void => {
    const [w, h] = [east.at - west.at, north.at - south.at]
    const middle: Xy = [(east.at + west.at) / 2, (north.at + south.at) / 2]
    const old = isOld(plan, middle[0], middle[1])
    const limit = (old ? 205 : plan.kind === 'street' ? 345 : 235) * random.range(0.85, 1.2)
    const keep = (): void => {
      const inset = (s: Street): number => SETBACK[s.class]!
      blocks.push({ plan, cell, old, sides: [south, north, west, east], u0: west.at + inset(west), u1: east.at - inset(east), v0: south.at + inset(south), v1: north.at - inset(north) })
    }
    if (Math.max(w, h) < limit || depth > 4) {
      keep()
      return
    }
    const upright = w > h * random.range(0.85, 1.1)
    const wished = random.range(0.4, 0.6)
    const ends = (r: number): [Xy, Xy] => upright ? [[west.at + w * r, south.at], [west.at + w * r, north.at]] : [[west.at, south.at + h * r], [east.at, south.at + h * r]]
    const ratio = [wished, 0.68, 0.32, 0.76, 0.24].find((r) => passable(bentLine(plan, ...ends(r))))
    if (ratio === undefined) {
      keep()
      return
    }
    const cls: RoadClass = depth === 0 && !old && plan.kind === 'street' && random.chance(0.4) ? 'tertiary' : 'residential'
    if (upright) {
      const s: Street = { class: cls, ref: '', name: nameOf('u', undefined, old), across: 'u', at: west.at + w * ratio, from: south.at, to: north.at }
      streets.push(s)
      cut(south, north, west, s, cell, depth + 1)
      cut(south, north, s, east, cell, depth + 1)
    } else {
      const s: Street = { class: cls, ref: '', name: nameOf('v', undefined, old), across: 'v', at: south.at + h * ratio, from: west.at, to: east.at }
      streets.push(s)
      cut(south, s, west, east, cell, depth + 1)
      cut(s, north, west, east, cell, depth + 1)
    }
  }
  for (let i = 0; i + 1 < us.length; i++) for (let j = 0; j + 1 < vs.length; j++) if (!field(i, j)) cut(vs[j]!, vs[j + 1]!, us[i]!, us[i + 1]!, [i, j], 0)
  return { streets, blocks }
}

/** A straight line of street coordinates, bent with the town. */
export const bentLine = (plan: TownPlan, a: Xy, b: Xy, step = 18): Xy[] => {
  const n = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / step))
  return Array.from({ length: n + 1 }, (_, i) => plan.place(a[0] + ((b[0] - a[0]) * i) / n, a[1] + ((b[1] - a[1]) * i) / n))
}

export const streetRoad = (plan: TownPlan, s: Street): Road => ({
  class: s.class, name: s.name, ref: s.ref,
  line: s.across === 'u' ? bentLine(plan, [s.at, s.from], [s.at, s.to]) : bentLine(plan, [s.from, s.at], [s.to, s.at]),
})

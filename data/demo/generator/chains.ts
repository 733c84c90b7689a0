import type { Link } from './country-roads.ts'
import { simplified, smooth } from './polyline.ts'
import type { Road } from './road.ts'
import { lerp } from './vector.ts'
import type { Xy } from './vector.ts'

/** Moves inner vertices towards their neighbours' middle: takes the mesh's zigzag out, leaves the ends. */
const relax = (line: readonly Xy[], rounds: number): Xy[] => {
  let now = [...line]
  for (let k = 0; k < rounds; k++) now = now.map((p, i) => (i === 0 || i === now.length - 1 ? p : lerp(p, lerp(now[i - 1]!, now[i + 1]!, 0.5), 0.5)))
  return now
}

/** Joins links end to end into smooth roads, broken where three meet, at `stops`, and where the route changes. */
export const makeChains = (points: readonly Xy[], links: readonly Link[], stops: ReadonlySet<number>): { road: Road; route: number }[] => {
  const at = new Map<number, number[]>()
  links.forEach((l, i) => {
    for (const n of [l.from, l.to]) at.set(n, [...(at.get(n) ?? []), i])
  })
  const ends = (node: number): boolean => {
    const list = at.get(node)!
    return stops.has(node) || list.length !== 2 || links[list[0]!]!.route !== links[list[1]!]!.route
  }
  const used = new Set<number>()
  const out: { road: Road; route: number }[] = []
  for (const start of at.keys()) {
    if (!ends(start)) continue
    for (const first of at.get(start)!) {
      if (used.has(first)) continue
      const nodes = [start]
      let here = start
      for (let edge: number | undefined = first; edge !== undefined;) {
        used.add(edge)
        const l: Link = links[edge]!
        here = l.from === here ? l.to : l.from
        nodes.push(here)
        edge = ends(here) ? undefined : at.get(here)!.find((i) => !used.has(i))
      }
      const { class: cls, route } = links[first]!
      const curve = smooth(smooth(relax(nodes.map((n) => points[n]!), 3), () => 90), () => 45)
      out.push({ route, road: { class: cls, name: '', ref: '', line: simplified(curve, 1.5) } })
    }
  }
  return out
}

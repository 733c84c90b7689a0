import { simplified } from './polyline.ts'
import { keyOf, snap } from './projection.ts'
import type { Road } from './road.ts'
import { createSegmentIndex } from './segment-index.ts'
import { dist, meet, nearestOnSegment } from './vector.ts'
import type { Xy } from './vector.ts'
import { apart, distinct, weld } from './weld.ts'

const TOUCH = 0.9

type Extra = { at: number; p: Xy; off: number }

const join = (roads: readonly Road[]): Road[] => {
  const index = createSegmentIndex<{ road: number; at: number }>(120)
  roads.forEach((r, road) => {
    if (!apart(r)) r.line.slice(1).forEach((b, at) => index.insert(r.line[at]!, b, { road, at }))
  })
  const extra = roads.map(() => new Map<string, Extra>())
  // One vertex goes into one segment of a road, the nearest, and never where the road has it already.
  const put = (road: number, at: number, p: Xy): void => {
    const [a, b] = [roads[road]!.line[at]!, roads[road]!.line[at + 1]!]
    const [key, off] = [keyOf(p), dist(p, nearestOnSegment(p, a, b))]
    const known = extra[road]!.get(key)
    if (key !== keyOf(a) && key !== keyOf(b) && (!known || off < known.off)) extra[road]!.set(key, { at, p: snap(p), off })
  }
  roads.forEach((r, road) => {
    for (const p of [r.line[0]!, r.line.at(-1)!]) {
      for (const s of index.near([p[0] - TOUCH, p[1] - TOUCH, p[0] + TOUCH, p[1] + TOUCH])) {
        if (s.data.road !== road && dist(p, nearestOnSegment(p, s.a, s.b)) < TOUCH) put(s.data.road, s.data.at, p)
      }
    }
    if (apart(r)) return
    r.line.slice(1).forEach((b, at) => {
      const a = r.line[at]!
      for (const s of index.near([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])])) {
        if (s.data.road < road || (s.data.road === road && s.data.at <= at + 1)) continue
        const hit = meet(a, b, s.a, s.b)
        if (!hit) continue
        // A crossing beside a vertex is that vertex, or two vertices would lie a hand apart.
        const corner = [a, b, s.a, s.b].find((p) => dist(p, hit.at) < TOUCH) ?? hit.at
        put(road, at, corner)
        put(s.data.road, s.data.at, corner)
      }
    })
  })
  return distinct(roads.map((r, road) => {
    const list = [...extra[road]!.values()]
    const own = new Set(r.line.map(keyOf))
    return { ...r, line: r.line.flatMap((p, i) => [p, ...list.filter((e) => e.at === i && !own.has(keyOf(e.p))).map((e) => e.p).sort((a, b) => dist(p, a) - dist(p, b))]) }
  }))
}

/** Leaves out vertices that neither shape a line (by half a metre) nor join another road. */
const thin = (roads: readonly Road[]): Road[] => {
  const uses = new Map<string, number>()
  for (const r of roads) for (const k of new Set(r.line.map(keyOf))) uses.set(k, (uses.get(k) ?? 0) + 1)
  return roads.map((r) => {
    const out: Xy[] = [r.line[0]!]
    let from = 0
    for (let i = 1; i < r.line.length; i++) {
      if (i < r.line.length - 1 && uses.get(keyOf(r.line[i]!))! < 2) continue
      out.push(...simplified(r.line.slice(from, i + 1), 0.5).slice(1))
      from = i
    }
    return { ...r, line: out }
  })
}

/**
 * Writes a shared vertex wherever two roads of the ground level cross or one ends on another; coordinates are rounded
 * and near vertices made one first. Thinned lines can cross anew by a hand's width, hence the second round.
 */
export const nodeRoads = (input: readonly Road[]): Road[] => join(weld(thin(join(weld(distinct(input), 1.9))), 1.9))

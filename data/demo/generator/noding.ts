import { keyOf, snap } from './projection.ts'
import { simplified } from './polyline.ts'
import type { Road } from './road.ts'
import { createSegmentIndex } from './segment-index.ts'
import { dist, meet, nearestOnSegment } from './vector.ts'
import type { Xy } from './vector.ts'

const TOUCH = 0.9
const apart = (road: Road): boolean => road.class === 'rail' || road.class === 'ferry' || road.class === 'motorway' || road.class === 'motorway_link' || Boolean(road.layer)

/** Leaves out vertices that neither shape the line (by half a metre) nor join another road. */
const thinned = (line: readonly Xy[], shared: (p: Xy) => boolean): Xy[] => {
  const out: Xy[] = [line[0]!]
  let from = 0
  for (let i = 1; i < line.length; i++) {
    if (i < line.length - 1 && !shared(line[i]!)) continue
    out.push(...simplified(line.slice(from, i + 1), 0.5).slice(1))
    from = i
  }
  return out
}

/** Writes a shared vertex wherever two roads of the ground level cross or one ends on another; coordinates are rounded first. */
export const nodeRoads = (input: readonly Road[]): Road[] => {
  const roads = input.map((r) => ({ ...r, line: r.line.map(snap).filter((p, i, all) => i === 0 || keyOf(p) !== keyOf(all[i - 1]!)) })).filter((r) => r.line.length > 1)
  const index = createSegmentIndex<{ road: number; at: number }>(120)
  roads.forEach((r, road) => {
    if (apart(r)) return
    r.line.slice(1).forEach((b, at) => index.insert(r.line[at]!, b, { road, at }))
  })
  const extra = new Map<string, Xy[]>()
  const put = (road: number, at: number, p: Xy): void => {
    const key = `${road}:${at}`
    extra.set(key, [...(extra.get(key) ?? []), snap(p)])
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
        // A crossing beside an existing vertex is that vertex, or two vertices would lie a hand apart.
        const corner = [a, b, s.a, s.b].find((p) => dist(p, hit.at) < TOUCH) ?? hit.at
        put(road, at, corner)
        put(s.data.road, s.data.at, corner)
      }
    })
  })
  const noded = roads.map((r, road) => ({
    ...r,
    line: r.line
      .flatMap((p, i) => [p, ...(extra.get(`${road}:${i}`) ?? []).sort((a, b) => dist(p, a) - dist(p, b))])
      .filter((p, i, all) => i === 0 || keyOf(p) !== keyOf(all[i - 1]!)),
  })).filter((r) => r.line.length > 1)
  const uses = new Map<string, number>()
  for (const r of noded) for (const k of new Set(r.line.map(keyOf))) uses.set(k, (uses.get(k) ?? 0) + 1)
  return noded.map((r) => ({ ...r, line: thinned(r.line, (p) => uses.get(keyOf(p))! > 1) }))
}

import { insideRing } from './polygon.ts'
import type { Ring } from './polygon.ts'
import { keyOf, snap } from './projection.ts'
import type { Road } from './road.ts'
import { createSegmentIndex } from './segment-index.ts'
import { dist, meet } from './vector.ts'
import type { Xy } from './vector.ts'

export type Crossing = { road: number; at: Xy; edge: number; outwardFrom: Xy }

/** Where roads cross an edge; each place becomes a vertex of its road (in place), so that a checkpoint can stand on it. */
export const crossEdge = (roads: Road[], ring: Ring, use: (road: Road) => boolean): Crossing[] => {
  const index = createSegmentIndex<number>(200)
  ring.forEach((p, i) => index.insert(p, ring[(i + 1) % ring.length]!, i))
  const found: Crossing[] = []
  roads.forEach((road, r) => {
    if (!use(road)) return
    const line: Xy[] = []
    road.line.forEach((b, i) => {
      const a = road.line[i - 1]
      if (a) {
        const hits = index.near([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])])
          .flatMap((s) => {
            const hit = meet(a, b, s.a, s.b)
            return hit ? [{ at: snap(hit.at), t: hit.t, edge: s.data }] : []
          })
          .sort((x, y) => x.t - y.t)
        for (const h of hits) {
          const known = [a, b].find((p) => dist(p, h.at) < 0.8)
          found.push({ road: r, at: known ?? h.at, edge: h.edge, outwardFrom: insideRing(a, ring) ? a : b })
          if (!known) line.push(h.at)
        }
      }
      line.push(b)
    })
    road.line = line.filter((p, i, all) => i === 0 || keyOf(p) !== keyOf(all[i - 1]!))
  })
  return found.filter((c, i) => found.findIndex((d) => keyOf(d.at) === keyOf(c.at)) === i)
}

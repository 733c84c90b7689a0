import { overlap } from './footprint.ts'
import type { Footprint } from './footprint.ts'
import { insideRing } from './polygon.ts'
import { HALF_WIDTH } from './road.ts'
import type { Road } from './road.ts'
import { createSegmentIndex } from './segment-index.ts'
import type { SegmentIndex } from './segment-index.ts'
import { dist, meet, nearestOnSegment } from './vector.ts'
import type { Xy } from './vector.ts'
import type { Water } from './water.ts'

/** What stands and runs where: a building goes up only on ground that is free. */
export type Plot = {
  roads: SegmentIndex<number>
  addRoad: (road: Pick<Road, 'class' | 'line'>) => void
  /** True when the footprint is `gap` metres clear of buildings and `verge` metres clear of kerbs and water. */
  free: (footprint: Footprint, gap: number, verge: number) => boolean
  take: (footprint: Footprint) => void
}

const segmentGap = (f: Footprint, a: Xy, b: Xy): number => {
  if (insideRing(a, f)) return 0
  let best = Infinity
  for (let i = 0; i < f.length; i++) {
    const [p, q] = [f[i]!, f[(i + 1) % f.length]!]
    if (meet(p, q, a, b)) return 0
    best = Math.min(best, dist(p, nearestOnSegment(p, a, b)), dist(a, nearestOnSegment(a, p, q)), dist(b, nearestOnSegment(b, p, q)))
  }
  return best
}

const widened = (f: Footprint, by: number): Footprint => {
  const [cx, cy] = [f.reduce((s, p) => s + p[0], 0) / f.length, f.reduce((s, p) => s + p[1], 0) / f.length]
  return f.map((p) => {
    const d = dist(p, [cx, cy])
    return [cx + ((p[0] - cx) * (d + by)) / d, cy + ((p[1] - cy) * (d + by)) / d]
  })
}

/** An empty site over the given water. Footprints are compared as convex outlines. */
export const createPlot = (water: Water): Plot => {
  const roads = createSegmentIndex<number>(60)
  const courses = createSegmentIndex<number>(100)
  for (const c of water.courses) courses.insertLine(c.line, c.width / 2 + 5)
  const cells = new Map<string, Footprint[]>()
  const SIZE = 70
  const keys = (f: Footprint): string[] => {
    const xs = f.map((p) => Math.floor(p[0] / SIZE))
    const ys = f.map((p) => Math.floor(p[1] / SIZE))
    const out: string[] = []
    for (let i = Math.min(...xs); i <= Math.max(...xs); i++) for (let j = Math.min(...ys); j <= Math.max(...ys); j++) out.push(`${i},${j}`)
    return out
  }
  return {
    roads,
    addRoad: (road) => roads.insertLine(road.line, HALF_WIDTH[road.class]),
    free: (footprint, gap, verge) => {
      const wide = widened(footprint, gap)
      if (keys(wide).some((k) => cells.get(k)?.some((other) => overlap(wide, other)))) return false
      if (footprint.some((p) => water.covers(p) || water.edges.distance(p, 14) < 14)) return false
      const xs = footprint.map((p) => p[0])
      const ys = footprint.map((p) => p[1])
      const box = (by: number) => [Math.min(...xs) - by, Math.min(...ys) - by, Math.max(...xs) + by, Math.max(...ys) + by] as const
      if (courses.near(box(12)).some((s) => segmentGap(footprint, s.a, s.b) < s.data)) return false
      return !roads.near(box(16 + verge)).some((s) => segmentGap(footprint, s.a, s.b) < s.data + verge)
    },
    take: (footprint) => {
      for (const k of keys(footprint)) cells.set(k, [...(cells.get(k) ?? []), footprint])
    },
  }
}

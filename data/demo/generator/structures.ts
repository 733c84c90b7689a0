import { along, lengthOf } from './polyline.ts'
import type { Road } from './road.ts'
import { createSegmentIndex } from './segment-index.ts'
import { dist, lerp, meet } from './vector.ts'
import type { Xy } from './vector.ts'
import type { Water } from './water.ts'

type Span = { from: number; to: number; kind: 'bridge' | 'tunnel' }

const OVER = new Set(['trunk', 'primary', 'secondary', 'motorway', 'motorway_link', 'rail'])

/** The part of a line between two distances, with both cut points. */
export const part = (line: readonly Xy[], from: number, to: number): Xy[] => {
  const out: Xy[] = [along(line, from).at]
  let at = 0
  for (let i = 1; i < line.length - 1; i++) {
    at += dist(line[i - 1]!, line[i]!)
    if (at > from + 0.5 && at < to - 0.5) out.push(line[i]!)
  }
  out.push(along(line, to).at)
  return out
}

const split = (road: Road, spans: readonly Span[]): Road[] => {
  const total = lengthOf(road.line)
  const merged: Span[] = []
  for (const s of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    const clamped = { ...s, from: Math.max(4, s.from), to: Math.min(total - 4, s.to) }
    if (clamped.to - clamped.from < 2) continue
    if (last && clamped.from < last.to + 14) last.to = Math.max(last.to, clamped.to)
    else merged.push(clamped)
  }
  if (merged.length === 0) return [road]
  const pieces: Road[] = []
  let at = 0
  for (const s of merged) {
    pieces.push({ ...road, line: part(road.line, at, s.from) })
    pieces.push({ ...road, line: part(road.line, s.from, s.to), ...(s.kind === 'bridge' ? { bridge: true, layer: 1 } : { tunnel: true, layer: -1 }) })
    at = s.to
  }
  return [...pieces, { ...road, line: part(road.line, at, total) }]
}

/** Cuts every road into plain stretches, bridges (over water, and over motorway or rail for the larger ones) and underpasses. */
export const addStructures = (roads: readonly Road[], water: Water, tracks: readonly Road[], tunnels: readonly { ref: string; south: number; north: number }[]): Road[] => {
  const crossed = createSegmentIndex<{ half: number; track: boolean }>(300)
  for (const c of water.courses) crossed.insertLine(c.line, { half: c.width / 2 + 7, track: false })
  for (const t of tracks) crossed.insertLine(t.line, { half: 24, track: true })
  return roads.flatMap((road) => {
    if (road.layer || road.class === 'ferry') return [road]
    const isTrack = road.class === 'motorway' || road.class === 'rail'
    const spans: Span[] = []
    let at = 0
    for (let i = 1; i < road.line.length; i++) {
      const [a, b] = [road.line[i - 1]!, road.line[i]!]
      const d = dist(a, b)
      const box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const
      for (const s of crossed.near(box)) {
        const hit = meet(a, b, s.a, s.b)
        if (!hit || (s.data.track && (isTrack || road.class === 'motorway_link'))) continue
        const kind = s.data.track && !OVER.has(road.class) ? 'tunnel' : 'bridge'
        spans.push({ from: at + hit.t * d - s.data.half, to: at + hit.t * d + s.data.half, kind })
      }
      const cuts = [0, ...water.edges.near(box).flatMap((s) => meet(a, b, s.a, s.b)?.t ?? []).sort((x, y) => x - y), 1]
      for (let k = 1; k < cuts.length; k++) {
        if (cuts[k]! > cuts[k - 1]! && water.covers(lerp(a, b, (cuts[k]! + cuts[k - 1]!) / 2))) {
          spans.push({ from: at + cuts[k - 1]! * d - 12, to: at + cuts[k]! * d + 12, kind: 'bridge' })
        }
      }
      const bore = tunnels.find((t) => t.ref === road.ref)
      if (bore && (a[1] + b[1]) / 2 > bore.south && (a[1] + b[1]) / 2 < bore.north) spans.push({ from: at, to: at + d, kind: 'tunnel' })
      at += d
    }
    return split(road, spans)
  })
}

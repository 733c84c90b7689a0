import { MOTORWAY, RIVER, STREAMS } from './layout.ts'
import type { Stream } from './layout.ts'
import { fractalNoise, noise } from './noise.ts'
import { insideRing } from './polygon.ts'
import type { Ring } from './polygon.ts'
import { along, lengthOf, shift, spline } from './polyline.ts'
import { createSegmentIndex } from './segment-index.ts'
import type { SegmentIndex } from './segment-index.ts'
import type { Xy } from './vector.ts'

export type WaterBody = { id: string; kind: 'river' | 'lake' | 'reservoir' | 'pond'; name: string; outer: Ring; holes: readonly Ring[] }
export type Watercourse = { id: string; kind: 'stream' | 'canal'; name: string; line: Xy[]; width: number }
export type Water = {
  centre: Xy[]
  bodies: WaterBody[]
  courses: Watercourse[]
  /** Edges of standing and flowing water, for distances. */
  edges: SegmentIndex<string>
  /** True in a river, lake, reservoir or pond. */
  covers: (p: Xy) => boolean
}

/** A lobed pond or lake outline: star-shaped about its centre, so never self-crossing. */
export const blob = (seed: number, at: Xy, rx: number, ry: number, turn: number, points = 40): Ring =>
  Array.from({ length: points }, (_, i) => {
    const a = (2 * Math.PI * i) / points
    const r = 1 + 0.28 * fractalNoise(seed, Math.cos(a) * 100, Math.sin(a) * 100, 90)
    const [x, y] = [rx * r * Math.cos(a), ry * r * Math.sin(a)]
    return [at[0] + x * Math.cos(turn) - y * Math.sin(turn), at[1] + x * Math.sin(turn) + y * Math.cos(turn)] as const
  })

/** Half the river's width at a distance along it: wide and narrow reaches, 90 to 230 m over all. */
const halfWidth = (distance: number): number => 72 + 22 * noise(11, distance, 0, 1700) + 16 * noise(12, distance, 0, 520)

const bar = (centre: readonly Xy[], at: number, length: number, width: number, side: number): Ring => {
  const steps = 14
  const line = Array.from({ length: steps + 1 }, (_, i) => along(centre, at + (length * i) / steps).at)
  const bulge = (i: number): number => Math.sin((Math.PI * i) / steps) ** 0.7 * width * (1 + 0.25 * noise(31, at, i * 40, 90))
  const north = shift(line, (i) => side + bulge(i))
  const south = shift(line, (i) => side - bulge(i) * 0.6)
  return [...north, ...south.slice(1, -1).reverse()]
}

const wander = (stream: Stream, salt: number): Xy[] => {
  const base = spline(stream.controls, 70)
  const fadeAt = (i: number): number => Math.min(1, i / 6, (base.length - 1 - i) / 10)
  return shift(base, (i) => fadeAt(i) * 75 * fractalNoise(40 + salt, base[i]![0], base[i]![1], 620))
}

const crescent = (at: Xy, radius: number, width: number, from: number, to: number): Ring => {
  const steps = 22
  const arm = (side: number) => (i: number): Xy => {
    const a = from + ((to - from) * i) / steps
    const r = radius + side * width * Math.sin((Math.PI * i) / steps) ** 0.6 + 18 * noise(51, i * 30, 0, 120)
    return [at[0] + r * Math.cos(a), at[1] + r * Math.sin(a)]
  }
  const points = Array.from({ length: steps + 1 }, (_, i) => i)
  return [...points.map(arm(1)), ...points.slice(1, -1).reverse().map(arm(-1))]
}

/** River, streams, reservoir, oxbow, ponds and the irrigation canal. */
export const makeWater = (ponds: readonly { at: Xy; size: number; name: string }[]): Water => {
  const centre = spline(RIVER, 60)
  const total = lengthOf(centre)
  const reach = (i: number): number => halfWidth((total * i) / (centre.length - 1))
  const banks = [...shift(centre, (i) => -reach(i)), ...shift(centre, (i) => reach(i) * 1.05).reverse()]
  const bars = [bar(centre, 7400, 620, 26, 14), bar(centre, 20600, 900, 34, -12), bar(centre, 31500, 700, 30, 8), bar(centre, 41200, 480, 24, -10)]
  const bodies: WaterBody[] = [
    { id: 'w-yunhe', kind: 'river', name: '云水', outer: banks, holes: bars },
    { id: 'w-qingxi-reservoir', kind: 'reservoir', name: '青溪水库', outer: blob(61, [-8650, 11000], 460, 1250, -0.12, 72), holes: [blob(63, [-8520, 11350], 70, 110, 0.3, 18)] },
    { id: 'w-xingping-reservoir', kind: 'reservoir', name: '杏坪水库', outer: blob(65, [-11750, -11600], 300, 720, 0.2, 56), holes: [] },
    { id: 'w-moon', kind: 'lake', name: '月牙湖', outer: crescent([-13150, -1600], 700, 60, 0.5, 2.7), holes: [] },
    { id: 'w-lotus', kind: 'lake', name: '莲湖', outer: blob(67, [860, 1655], 105, 80, 0.2, 36), holes: [] },
    ...ponds.map((p, i) => ({ id: `w-pond-${i + 1}`, kind: 'pond' as const, name: p.name, outer: blob(70 + i * 3, p.at, p.size, p.size * 0.66, i, 18), holes: [] })),
  ]
  const canal = shift(spline(MOTORWAY, 90), (i) => -640 + 170 * fractalNoise(91, i * 90, 0, 2600)).filter((p) => p[0] > -8000 && p[0] < 9000)
  const courses: Watercourse[] = [
    ...STREAMS.map((s, i) => ({ id: `w-${s.id}`, kind: 'stream' as const, name: s.name, line: wander(s, i * 7), width: s.width })),
    { id: 'w-canal', kind: 'canal', name: '北干渠', line: canal, width: 6 },
  ]
  const edges = createSegmentIndex<string>()
  for (const b of bodies) for (const ring of [b.outer, ...b.holes]) edges.insertLine([...ring, ring[0]!], b.id)
  const boxes = bodies.map((b) => {
    const xs = b.outer.map((p) => p[0])
    const ys = b.outer.map((p) => p[1])
    return { b, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const }
  })
  const covers = (p: Xy): boolean =>
    boxes.some(({ b, box }) => p[0] >= box[0] && p[0] <= box[2] && p[1] >= box[1] && p[1] <= box[3] && insideRing(p, b.outer) && !b.holes.some((h) => insideRing(p, h)))
  return { centre, bodies, courses, edges, covers }
}

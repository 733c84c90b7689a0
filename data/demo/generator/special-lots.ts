import type { Building, Use } from './building.ts'
import { angleAt } from './compound-layout.ts'
import type { Lot } from './compound-layout.ts'
import { placed } from './footprint.ts'
import type { Xy } from './vector.ts'

/** A building of a set-piece: middle as a share of the lot (east, north), size in metres, levels, and a shape other than a box. */
type Piece = { x: number; y: number; w: number; d: number; levels: number; use: Use; name?: string; shape?: 'L' | 'U' | 'H' }

const PIECES = {
  school: [
    { x: 0.28, y: 0.62, w: 62, d: 14, levels: 4, use: 'education', name: '教学楼' }, { x: 0.28, y: 0.86, w: 58, d: 14, levels: 5, use: 'education', name: '实验楼' },
    { x: 0.74, y: 0.86, w: 38, d: 13, levels: 5, use: 'education', name: '宿舍' }, { x: 0.18, y: 0.2, w: 30, d: 22, levels: 2, use: 'education', name: '食堂' },
  ],
  kindergarten: [{ x: 0.5, y: 0.62, w: 40, d: 26, levels: 3, use: 'education', shape: 'U' }],
  hospital: [
    { x: 0.42, y: 0.22, w: 76, d: 24, levels: 5, use: 'health', name: '门诊楼' }, { x: 0.42, y: 0.55, w: 66, d: 20, levels: 14, use: 'health', name: '住院楼' },
    { x: 0.83, y: 0.55, w: 30, d: 22, levels: 4, use: 'health', name: '医技楼' }, { x: 0.84, y: 0.86, w: 34, d: 15, levels: 2, use: 'health', name: '发热门诊' }, { x: 0.4, y: 0.87, w: 60, d: 14, levels: 6, use: 'health', name: '行政楼' },
  ],
  clinic: [{ x: 0.45, y: 0.55, w: 40, d: 15, levels: 3, use: 'health', shape: 'L' }],
  government: [{ x: 0.5, y: 0.66, w: 74, d: 30, levels: 6, use: 'government', shape: 'H' }, { x: 0.2, y: 0.25, w: 32, d: 14, levels: 3, use: 'government' }],
  office: [{ x: 0.5, y: 0.6, w: 44, d: 24, levels: 3, use: 'government', shape: 'U' }],
  mall: [{ x: 0.47, y: 0.52, w: 96, d: 72, levels: 5, use: 'commercial' }],
  market: [{ x: 0.5, y: 0.24, w: 78, d: 17, levels: 1, use: 'retail' }, { x: 0.5, y: 0.5, w: 84, d: 17, levels: 1, use: 'retail' }, { x: 0.48, y: 0.76, w: 74, d: 17, levels: 2, use: 'retail' }],
  hotel: [{ x: 0.5, y: 0.6, w: 46, d: 20, levels: 13, use: 'hotel' }, { x: 0.45, y: 0.3, w: 58, d: 22, levels: 3, use: 'hotel' }],
  care: [{ x: 0.45, y: 0.6, w: 50, d: 34, levels: 4, use: 'care', shape: 'U' }, { x: 0.8, y: 0.25, w: 20, d: 14, levels: 2, use: 'care' }],
  works: [{ x: 0.26, y: 0.3, w: 70, d: 36, levels: 1, use: 'industrial' }, { x: 0.73, y: 0.34, w: 58, d: 40, levels: 1, use: 'industrial' }, { x: 0.3, y: 0.75, w: 82, d: 38, levels: 1, use: 'industrial' }, { x: 0.8, y: 0.8, w: 34, d: 15, levels: 4, use: 'industrial' }],
  depot: [{ x: 0.35, y: 0.35, w: 88, d: 34, levels: 1, use: 'storage' }, { x: 0.35, y: 0.74, w: 80, d: 32, levels: 1, use: 'storage' }, { x: 0.85, y: 0.5, w: 22, d: 18, levels: 3, use: 'storage' }],
  site: [{ x: 0.3, y: 0.35, w: 34, d: 18, levels: 12, use: 'construction' }, { x: 0.68, y: 0.4, w: 34, d: 18, levels: 9, use: 'construction' }, { x: 0.8, y: 0.88, w: 44, d: 8, levels: 2, use: 'construction' }],
  bus: [{ x: 0.5, y: 0.68, w: 62, d: 24, levels: 3, use: 'transport' }, { x: 0.84, y: 0.25, w: 26, d: 16, levels: 1, use: 'transport' }],
  temple: [{ x: 0.5, y: 0.26, w: 18, d: 9, levels: 1, use: 'religious' }, { x: 0.5, y: 0.5, w: 24, d: 14, levels: 1, use: 'religious' }, { x: 0.5, y: 0.8, w: 28, d: 15, levels: 2, use: 'religious' }, { x: 0.24, y: 0.52, w: 8, d: 26, levels: 1, use: 'religious' }, { x: 0.76, y: 0.52, w: 8, d: 26, levels: 1, use: 'religious' }],
  hall: [{ x: 0.45, y: 0.5, w: 62, d: 44, levels: 3, use: 'public' }],
} as const satisfies Record<string, readonly Piece[]>

export type Special = keyof typeof PIECES

const outlineOf = (w: number, d: number, shape: Piece['shape']): Xy[] => {
  const [x, y, t] = [w / 2, d / 2, Math.min(13, w / 3.4)]
  if (shape === 'L') return [[-x, -y], [x, -y], [x, -y + t], [-x + t, -y + t], [-x + t, y], [-x, y]]
  if (shape === 'U') return [[-x, -y], [-x + t, -y], [-x + t, y - t], [x - t, y - t], [x - t, -y], [x, -y], [x, y], [-x, y]]
  if (shape === 'H') return [[-x, -y], [-x + t, -y], [-x + t, -4], [x - t, -4], [x - t, -y], [x, -y], [x, y], [x - t, y], [x - t, 6], [-x + t, 6], [-x + t, y], [-x, y]]
  return [[-x, -y], [x, -y], [x, y], [-x, y]]
}

/** Buildings of a school, hospital, market … fitted to a lot; those too large for it are scaled down together. */
export const layoutSpecial = (lot: Lot, kind: Special, name: string): Building[] => {
  const pieces: readonly Piece[] = PIECES[kind]
  const [w, h] = [lot.u1 - lot.u0, lot.v1 - lot.v0]
  const needs = { site: [110, 120], school: [125, 130], hospital: [130, 140], works: [150, 125], depot: [130, 105], market: [105, 110], mall: [118, 96] } as const
  const [nw, nh] = (needs as Readonly<Partial<Record<Special, readonly [number, number]>>>)[kind] ?? [66, 60]
  const fit = Math.min(1, w / nw, h / nh)
  const [ew, eh] = [Math.min(w, nw * 1.5), Math.min(h, nh * 1.5)]
  const [ou, ov] = [lot.u0 + (w - ew) / 2, lot.v0 + (h - eh) / 2]
  return pieces.map((p, i) => {
    const [u, v] = [ou + ew * p.x, ov + eh * p.y]
    const at = lot.plan.place(u, v)
    const footprint = placed(outlineOf(p.w * fit, p.d * fit, p.shape), at, angleAt(lot.plan, u, v))
    return { footprint, at, levels: p.levels, use: p.use, name: i === 0 && !p.name ? name : p.name ? `${name}${p.name}` : '', flats: 0, units: 0, number: i + 1 }
  })
}

import { add, dist, left, lerp, nearestOnSegment, scale, sub, unit } from './vector.ts'
import type { Xy } from './vector.ts'

export const lengthOf = (line: readonly Xy[]): number => line.reduce((sum, p, i) => (i === 0 ? 0 : sum + dist(line[i - 1]!, p)), 0)

/** Point and unit direction at a distance along the line (clamped to its ends). */
export const along = (line: readonly Xy[], distance: number): { at: Xy; direction: Xy } => {
  let rest = Math.max(0, distance)
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!
    const b = line[i]!
    const d = dist(a, b)
    if (rest <= d || i === line.length - 1) {
      return { at: d === 0 ? a : lerp(a, b, Math.min(1, rest / d)), direction: unit(sub(b, a)) }
    }
    rest -= d
  }
  return { at: line[0]!, direction: [1, 0] }
}

/** Evenly spaced points about `step` metres apart; both ends are kept exactly. */
export const resample = (line: readonly Xy[], step: number): Xy[] => {
  const total = lengthOf(line)
  const n = Math.max(1, Math.round(total / step))
  return Array.from({ length: n + 1 }, (_, i) => (i === 0 ? line[0]! : i === n ? line.at(-1)! : along(line, (total * i) / n).at))
}

/** Uniform Catmull-Rom curve through the control points, ends doubled, resampled to `step` metres. */
export const spline = (controls: readonly Xy[], step: number): Xy[] => {
  const dense: Xy[] = []
  for (let i = 0; i + 1 < controls.length; i++) {
    const [b, c] = [controls[i]!, controls[i + 1]!]
    const [a, d] = [controls[i - 1] ?? b, controls[i + 2] ?? c]
    for (let k = 0; k < 16; k++) {
      const t = k / 16
      const at = (axis: 0 | 1): number =>
        0.5 * (2 * b[axis] + (c[axis] - a[axis]) * t + (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t
          + (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t)
      dense.push([at(0), at(1)])
    }
  }
  dense.push(controls.at(-1)!)
  return resample(dense, step)
}

/** The line shifted to its left by `distance(i)` metres, vertex by vertex. */
export const shift = (line: readonly Xy[], distance: (index: number) => number): Xy[] =>
  line.map((p, i) => add(p, scale(left(unit(sub(line[i + 1] ?? p, line[i - 1] ?? p))), distance(i))))

/** Douglas-Peucker with a tolerance in metres that may differ from vertex to vertex; ends are kept. */
export const simplify = (line: readonly Xy[], tolerance: (index: number) => number): number[] => {
  const keep = new Set([0, line.length - 1])
  const stack: [number, number][] = [[0, line.length - 1]]
  while (stack.length > 0) {
    const [from, to] = stack.pop()!
    let worst = 1
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const p = line[i]!
      const excess = dist(p, nearestOnSegment(p, line[from]!, line[to]!)) / tolerance(i)
      if (excess > worst) [worst, at] = [excess, i]
    }
    if (at >= 0) {
      keep.add(at)
      stack.push([from, at], [at, to])
    }
  }
  return [...keep].sort((a, b) => a - b)
}

export const simplified = (line: readonly Xy[], tolerance: number): Xy[] => simplify(line, () => tolerance).map((i) => line[i]!)

/** Corner cutting (Chaikin 1974), cutting at most `reach(i)` metres from each vertex; ends stay. */
export const smooth = (line: readonly Xy[], reach: (index: number) => number): Xy[] => {
  if (line.length < 3) return [...line]
  const out: Xy[] = [line[0]!]
  for (let i = 1; i < line.length - 1; i++) {
    const p = line[i]!
    for (const q of [line[i - 1]!, line[i + 1]!]) {
      const d = dist(p, q)
      out.push(d === 0 ? p : lerp(p, q, Math.min(0.25, reach(i) / d)))
    }
  }
  out.push(line.at(-1)!)
  return out
}

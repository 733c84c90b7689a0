import { add, rotate, sub } from './vector.ts'
import type { Xy } from './vector.ts'

export type Footprint = Xy[]

/** A rectangle by its middle, its length along `angle` and its depth across. */
export const rectangle = (at: Xy, length: number, depth: number, angle: number): Footprint =>
  ([[-1, -1], [1, -1], [1, 1], [-1, 1]] as const).map(([x, y]) => add(at, rotate([(x * length) / 2, (y * depth) / 2], angle)))

/** A plan drawn round the origin, set down at a place and angle. */
export const placed = (plan: readonly Xy[], at: Xy, angle: number): Footprint => plan.map((p) => add(at, rotate(p, angle)))

/** Courtyard house, width w by depth d: one, two or three wings round a yard that opens to the south; `flip` mirrors it. */
export const courtyard = (w: number, d: number, wings: 1 | 2 | 3, flip: boolean): Xy[] => {
  const [x, y, wing] = [w / 2, d / 2, Math.min(3.6, w * 0.34)]
  const main = Math.min(6, d * 0.45)
  const shape: Xy[] = wings === 1
    ? [[-x, y - main], [x, y - main], [x, y], [-x, y]]
    : wings === 2
      ? [[-x, -y], [-x + wing, -y], [-x + wing, y - main], [x, y - main], [x, y], [-x, y]]
      : [[-x, -y], [-x + wing, -y], [-x + wing, y - main], [x - wing, y - main], [x - wing, -y], [x, -y], [x, y], [-x, y]]
  return flip ? shape.map((p): Xy => [-p[0], p[1]]).reverse() : shape
}

/** A high-rise plan with a recessed stair core, so that towers are not plain boxes. */
export const tower = (w: number, d: number): Xy[] => {
  const [x, y] = [w / 2, d / 2]
  const [n, r] = [w * 0.12, d * 0.22]
  return [[-x, -y], [-n, -y], [-n, -y + r], [n, -y + r], [n, -y], [x, -y], [x, y - r * 0.6], [n * 1.6, y - r * 0.6], [n * 1.6, y], [-n * 1.6, y], [-n * 1.6, y - r * 0.6], [-x, y - r * 0.6]]
}

const axes = (f: Footprint): Xy[] => f.map((p, i) => {
  const e = sub(f[(i + 1) % f.length]!, p)
  return [-e[1], e[0]]
})

/** Separating-axis test of two convex footprints. */
export const overlap = (f: Footprint, g: Footprint): boolean =>
  [...axes(f), ...axes(g)].every((axis) => {
    const shadow = (s: Footprint): number[] => s.map((p) => p[0] * axis[0] + p[1] * axis[1])
    const [a, b] = [shadow(f), shadow(g)]
    return Math.max(...a) > Math.min(...b) && Math.max(...b) > Math.min(...a)
  })

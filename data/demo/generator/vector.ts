/** A point or vector of the local plane: metres east and north of the county's origin. */
export type Xy = readonly [number, number]

export const add = (a: Xy, b: Xy): Xy => [a[0] + b[0], a[1] + b[1]]
export const sub = (a: Xy, b: Xy): Xy => [a[0] - b[0], a[1] - b[1]]
export const scale = (a: Xy, k: number): Xy => [a[0] * k, a[1] * k]
export const lerp = (a: Xy, b: Xy, t: number): Xy => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
export const dist = (a: Xy, b: Xy): number => Math.hypot(a[0] - b[0], a[1] - b[1])
export const cross = (a: Xy, b: Xy): number => a[0] * b[1] - a[1] * b[0]
export const dot = (a: Xy, b: Xy): number => a[0] * b[0] + a[1] * b[1]

/** Unit vector; a zero vector gives east. */
export const unit = (a: Xy): Xy => {
  const n = Math.hypot(a[0], a[1])
  return n === 0 ? [1, 0] : [a[0] / n, a[1] / n]
}

/** Quarter turn to the left. */
export const left = (a: Xy): Xy => [-a[1], a[0]]

/** Rotation round the origin, radians counter-clockwise. */
export const rotate = (a: Xy, angle: number): Xy => {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  return [a[0] * c - a[1] * s, a[0] * s + a[1] * c]
}

/** Where segments ab and cd meet, with both parameters, or undefined. */
export const meet = (a: Xy, b: Xy, c: Xy, d: Xy): { at: Xy; t: number; u: number } | undefined => {
  const r = sub(b, a)
  const s = sub(d, c)
  const denominator = cross(r, s)
  if (denominator === 0) return undefined
  const t = cross(sub(c, a), s) / denominator
  const u = cross(sub(c, a), r) / denominator
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { at: lerp(a, b, t), t, u } : undefined
}

/** Nearest point of segment ab to p. */
export const nearestOnSegment = (p: Xy, a: Xy, b: Xy): Xy => {
  const r = sub(b, a)
  const n = dot(r, r)
  return n === 0 ? a : lerp(a, b, Math.min(1, Math.max(0, dot(sub(p, a), r) / n)))
}

type P = readonly [number, number]

export const inRing = (p: P, ring: readonly P[]): boolean => {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!]
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

const side = (a: P, b: P, c: P): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** True when two segments cross in a point inside both. */
export const cross = (a: P, b: P, c: P, d: P): boolean => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** Metres from p to segment ab. */
export const gap = (p: P, a: P, b: P): number => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const n = dx * dx + dy * dy
  const t = n === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / n))
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}

/** Puts things into square cells by their boxes; `each` visits pairs that share a cell, once. */
export const createCells = <T>(size: number) => {
  const cells = new Map<string, Set<T>>()
  const keys = (points: readonly P[]): string[] => {
    const xs = points.map((p) => Math.floor(p[0] / size))
    const ys = points.map((p) => Math.floor(p[1] / size))
    const out: string[] = []
    for (let i = Math.min(...xs); i <= Math.max(...xs); i++) for (let j = Math.min(...ys); j <= Math.max(...ys); j++) out.push(`${i},${j}`)
    return out
  }
  return {
    add: (points: readonly P[], thing: T): void => {
      for (const k of keys(points)) cells.set(k, (cells.get(k) ?? new Set<T>()).add(thing))
    },
    near: (points: readonly P[]): Set<T> => new Set(keys(points).flatMap((k) => [...(cells.get(k) ?? [])])),
  }
}

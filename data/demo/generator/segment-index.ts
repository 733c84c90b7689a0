import { dist, nearestOnSegment } from './vector.ts'
import type { Xy } from './vector.ts'

export type Segment<T> = { a: Xy; b: Xy; data: T }

/** Segments hashed into square cells, for "what is near this point" and "what may cross this segment". */
export type SegmentIndex<T> = {
  insert: (a: Xy, b: Xy, data: T) => void
  insertLine: (line: readonly Xy[], data: T) => void
  near: (box: readonly [number, number, number, number]) => Segment<T>[]
  distance: (p: Xy, limit: number, keep?: (data: T) => boolean) => number
}

export const createSegmentIndex = <T>(cell = 100): SegmentIndex<T> => {
  const cells = new Map<number, Segment<T>[]>()
  const keys = (x0: number, y0: number, x1: number, y1: number): number[] => {
    const out: number[] = []
    for (let i = Math.floor(x0 / cell); i <= Math.floor(x1 / cell); i++) {
      for (let j = Math.floor(y0 / cell); j <= Math.floor(y1 / cell); j++) out.push((i + 50000) * 100000 + j + 50000)
    }
    return out
  }
  const insert = (a: Xy, b: Xy, data: T): void => {
    const segment = { a, b, data }
    for (const k of keys(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))) {
      const list = cells.get(k)
      if (list) list.push(segment)
      else cells.set(k, [segment])
    }
  }
  const near = (box: readonly [number, number, number, number]): Segment<T>[] => {
    const found = new Set<Segment<T>>()
    for (const k of keys(...box)) for (const s of cells.get(k) ?? []) found.add(s)
    return [...found]
  }
  return {
    insert,
    near,
    insertLine: (line, data) => {
      for (let i = 1; i < line.length; i++) insert(line[i - 1]!, line[i]!, data)
    },
    distance: (p, limit, keep) => {
      let best = limit
      for (const s of near([p[0] - limit, p[1] - limit, p[0] + limit, p[1] + limit])) {
        if (!keep || keep(s.data)) best = Math.min(best, dist(p, nearestOnSegment(p, s.a, s.b)))
      }
      return best
    },
  }
}

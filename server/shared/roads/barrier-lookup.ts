import type { RoadColumns } from './road-columns.ts'
import { hashOf } from '../geometry/same-places.ts'

/** What the barriers at a place stop (bits of `USE`), or undefined where none stands; in the units of the coordinates. */
export type BarrierLookup = (x: number, y: number) => number | undefined

export function barrierLookup({ barrierAt, barrierStops }: Pick<RoadColumns, 'barrierAt' | 'barrierStops'>): BarrierLookup {
  const hashes = new Set<number>()
  const stops = new Map<string, number>()
  for (const [i, bits] of barrierStops.entries()) {
    const [x, y] = [barrierAt[2 * i]!, barrierAt[2 * i + 1]!]
    hashes.add(hashOf(x, y))
    stops.set(`${x},${y}`, (stops.get(`${x},${y}`) ?? 0) | bits)
  }
  // a number is looked up in no time, a text is made for few places only
  return (x, y) => (hashes.size > 0 && hashes.has(hashOf(x, y)) ? stops.get(`${x},${y}`) : undefined)
}

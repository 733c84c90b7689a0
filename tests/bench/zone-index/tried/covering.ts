import { edgeMeetsBox } from '#shared/geometry/edge-meets-box.ts'
import type { Find } from '../contenders.ts'
import { covers, eachEdge, type FlatZone } from './flat-zones.ts'

// Levels below the one whose cells are about as large as the zone: 64 cells at most, as coverings by S2 or H3 have
const FINER = 3
const DEEPEST = 20

/** Each zone as cells of a world quadtree, inner ones and ones on its edge, in hash maps by level, as S2 and H3 are used. */
export function covering(zones: readonly FlatZone[]): Find {
  const levels: Map<number, number[]>[] = Array.from({ length: DEEPEST + 1 }, () => new Map<number, number[]>())
  zones.forEach((zone, rank) => {
    const [west, south, east, north] = zone.box
    const size = Math.max((east - west) / 360, (north - south) / 180)
    const coarse = Math.max(0, Math.min(DEEPEST - FINER, Math.floor(-Math.log2(size))))
    for (let x = columnOf(west, coarse); x <= columnOf(east, coarse); x++)
      for (let y = rowOf(south, coarse); y <= rowOf(north, coarse); y++) add(zone, rank, coarse, x, y, coarse + FINER)
  })
  const used = levels.map((_, level) => level).filter((level) => levels[level]!.size > 0)
  return (x, y) => {
    let best = zones.length
    for (const level of used) {
      const list = levels[level]!.get(columnOf(x, level) * 2 ** DEEPEST + rowOf(y, level))
      if (!list) continue
      for (const entry of list) {
        const rank = entry >> 1
        if (rank < best && ((entry & 1) === 1 || covers(zones[rank]!, x, y))) best = rank
      }
    }
    return best === zones.length ? -1 : best
  }

  function add(zone: FlatZone, rank: number, level: number, x: number, y: number, finest: number): void {
    const [w, s] = [(x / 2 ** level) * 360 - 180, (y / 2 ** level) * 180 - 90]
    const [e, n] = [((x + 1) / 2 ** level) * 360 - 180, ((y + 1) / 2 ** level) * 180 - 90]
    let touched = false
    eachEdge(zone, (ax, ay, bx, by) => (touched ||= edgeMeetsBox(ax, ay, bx, by, w, s, e, n)))
    if (!touched && !covers(zone, w, s)) return
    if (touched && level < finest) {
      for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) add(zone, rank, level + 1, 2 * x + dx, 2 * y + dy, finest)
      return
    }
    const key = x * 2 ** DEEPEST + y
    const list = levels[level]!.get(key)
    const entry = 2 * rank + (touched ? 0 : 1)
    if (list) list.push(entry)
    else levels[level]!.set(key, [entry])
  }
}

const columnOf = (x: number, level: number) => Math.min(2 ** level - 1, Math.floor(((x + 180) / 360) * 2 ** level))
const rowOf = (y: number, level: number) => Math.min(2 ** level - 1, Math.floor(((y + 90) / 180) * 2 ** level))

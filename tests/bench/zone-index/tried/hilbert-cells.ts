import type { Find } from '../contenders.ts'
import { covers, extentOf, type FlatZone } from './flat-zones.ts'

const ORDER = 10

/** Cells of an even grid, those with zones only, along a Hilbert curve; a cell is found by halving. */
export function hilbertCells(zones: readonly FlatZone[]): Find {
  const [west, south, east, north] = extentOf(zones)
  const side = 2 ** ORDER
  const column = (x: number) => Math.max(0, Math.min(side - 1, Math.floor(((x - west) / (east - west)) * side)))
  const row = (y: number) => Math.max(0, Math.min(side - 1, Math.floor(((y - south) / (north - south)) * side)))
  const lists = new Map<number, number[]>()
  zones.forEach(({ box }, rank) => {
    for (let r = row(box[1]); r <= row(box[3]); r++)
      for (let c = column(box[0]); c <= column(box[2]); c++) {
        const cell = alongHilbert(c, r)
        const list = lists.get(cell)
        if (list) list.push(rank)
        else lists.set(cell, [rank])
      }
  })
  const cells = Uint32Array.from(lists.keys()).sort()
  const starts = new Uint32Array(cells.length + 1)
  cells.forEach((cell, i) => (starts[i + 1] = starts[i]! + lists.get(cell)!.length))
  const ranks = new Uint32Array(starts[cells.length]!)
  cells.forEach((cell, i) => ranks.set(lists.get(cell)!, starts[i]))
  return (x, y) => {
    if (!(x >= west && x <= east && y >= south && y <= north)) return -1
    const wanted = alongHilbert(column(x), row(y))
    let [low, high] = [0, cells.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (cells[middle]! < wanted) low = middle + 1
      else high = middle
    }
    if (cells[low] !== wanted) return -1
    for (let i = starts[low]!; i < starts[low + 1]!; i++) if (covers(zones[ranks[i]!]!, x, y)) return ranks[i]!
    return -1
  }
}

/** How far along the Hilbert curve of this order a cell lies (Wikipedia, "Hilbert curve", xy2d). */
function alongHilbert(column: number, row: number): number {
  let [x, y, distance] = [column, row, 0]
  for (let s = 2 ** (ORDER - 1); s > 0; s >>= 1) {
    const rx = (x & s) > 0 ? 1 : 0
    const ry = (y & s) > 0 ? 1 : 0
    distance += s * s * ((3 * rx) ^ ry)
    if (ry === 0) {
      if (rx === 1) {
        x = s - 1 - (x & (s - 1))
        y = s - 1 - (y & (s - 1))
      }
      ;[x, y] = [y, x]
    }
  }
  return distance
}

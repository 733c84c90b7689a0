import type { Find } from '../contenders.ts'
import { covers, extentOf, type FlatZone } from './flat-zones.ts'

/** Bands of latitude, each with its zones by their western edges; the widest tells how far back to look. */
export function rowBands(zones: readonly FlatZone[]): Find {
  const [, south, , north] = extentOf(zones)
  const count = Math.ceil(8 * Math.sqrt(zones.length))
  const perDegree = count / (north - south || 1)
  const bandOf = (y: number) => Math.max(0, Math.min(count - 1, Math.floor((y - south) * perDegree)))
  const bands = Array.from({ length: count }, () => [] as number[])
  zones.forEach(({ box }, rank) => {
    for (let band = bandOf(box[1]); band <= bandOf(box[3]); band++) bands[band]!.push(rank)
  })
  const sorted = bands.map((ranks) => {
    const list = Uint32Array.from(ranks).sort((a, b) => zones[a]!.box[0] - zones[b]!.box[0])
    const wests = Float64Array.from(list, (rank) => zones[rank]!.box[0])
    return { list, wests, widest: list.reduce((most, rank) => Math.max(most, zones[rank]!.box[2] - zones[rank]!.box[0]), 0) }
  })
  return (x, y) => {
    if (!(y >= south && y <= north)) return -1
    const { list, wests, widest } = sorted[bandOf(y)]!
    let [low, high] = [0, wests.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (wests[middle]! <= x) low = middle + 1
      else high = middle
    }
    let best = zones.length
    for (let i = low - 1; i >= 0 && wests[i]! >= x - widest; i--)
      if (list[i]! < best && covers(zones[list[i]!]!, x, y)) best = list[i]!
    return best === zones.length ? -1 : best
  }
}

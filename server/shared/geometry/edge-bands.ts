import type { EdgeBands, PreparedArea } from './prepare-area.ts'
import type { Bounds } from './position.ts'

/** Lists no more than this many entries per edge; zigzags of long edges get fewer, thicker bands. */
const MAX_ENTRIES_PER_EDGE = 16

/** The bands of an area, made when they are first asked for: counts that go over cells alone never do. */
export function edgeBands(area: PreparedArea): EdgeBands {
  return (area.bands ??= bandEdges(area))
}

/** The band a latitude falls in; latitudes beyond the bounds fall in the first or last one. */
export function bandOf(bounds: Bounds, count: number, y: number): number {
  const height = bounds[3] - bounds[1]
  const k = height > 0 ? Math.floor(((y - bounds[1]) / height) * count) : 0
  return Math.max(0, Math.min(count - 1, k))
}

function bandEdges(area: PreparedArea): EdgeBands {
  const edges = area.ay.length
  let count = Math.max(1, 4 * Math.ceil(Math.sqrt(edges)))
  let offsets = countEntries(area, count)
  while (count > 1 && offsets[count]! > MAX_ENTRIES_PER_EDGE * edges) {
    count = count >> 1
    offsets = countEntries(area, count)
  }
  const { bounds, ay, by } = area
  const items = new Uint32Array(offsets[count]!)
  const fill = offsets.slice()
  for (let i = 0; i < edges; i++) {
    const last = bandOf(bounds, count, Math.max(ay[i]!, by[i]!))
    for (let k = bandOf(bounds, count, Math.min(ay[i]!, by[i]!)); k <= last; k++) items[fill[k]!++] = i
  }
  return { count, offsets, items }
}

function countEntries({ bounds, ay, by }: PreparedArea, count: number): Uint32Array {
  const offsets = new Uint32Array(count + 1)
  for (let i = 0; i < ay.length; i++) {
    const last = bandOf(bounds, count, Math.max(ay[i]!, by[i]!))
    for (let k = bandOf(bounds, count, Math.min(ay[i]!, by[i]!)); k <= last; k++) offsets[k + 1]! += 1
  }
  for (let k = 0; k < count; k++) offsets[k + 1]! += offsets[k]!
  return offsets
}

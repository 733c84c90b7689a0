import { edgeMeetsBox } from '../geometry/edge-meets-box.ts'
import type { PreparedArea } from '../geometry/prepare-area.ts'
import { preparedContains } from '../geometry/prepared-contains.ts'
import { addBuilding, newBuildingSums, type BuildingCount } from './building-sums.ts'
import { createEdgeRow, type EdgeBuckets } from './edge-buckets.ts'
import type { BuildingFigures } from './figures.ts'
import type { FigureIndex } from './index-figures.ts'
import { intervalAt } from './interval-at.ts'
import { createRowWalk } from './row-walk.ts'
import { sweepRows } from './sweep-rows.ts'
import { addTotals, type Tally } from './tally.ts'

/**
 * Adds the buildings of the area to the tally: one counts when its representative point is inside or on the edge, at
 * least when its bounds are clear inside, at most when its bounds are touched. Only buildings in buckets near an edge
 * are looked at closely; between them, buckets of a row are all inside or all outside.
 */
export function countBuildings({ figures, buckets }: FigureIndex, area: PreparedArea, tally: Tally): BuildingCount {
  const { sources, buildings } = figures
  const sums = newBuildingSums(sources.length)
  if (!buckets) return sums.count
  const { xs, ys, starts, usual, reach } = buckets
  const { lng, lat } = buildings
  const columns = xs.length - 1
  const [west, south, east, north] = area.bounds
  const left = Math.max(0, intervalAt(xs, west - reach[0]))
  const right = Math.min(columns - 1, intervalAt(xs, east + reach[0]))
  const rows = {
    first: Math.max(0, intervalAt(ys, south - reach[1])),
    last: Math.min(ys.length - 2, intervalAt(ys, north + reach[1])),
    lowest: (y: number) => intervalAt(ys, y - reach[1]),
    highest: (y: number) => intervalAt(ys, y + reach[1]),
  }
  const near = createEdgeRow(area, buckets)
  const walk = createRowWalk(area)
  sweepRows(area, rows, (row, edges, count) => {
    for (let k = 0; k < count; k++) near.add(edges[k]!, row)
    const lists = near.edges()
    walk.begin(lists)
    for (let column = left; column <= right; ) {
      const start = row * columns + column
      let end = start + 1
      if (lists.first[column]! >= 0) {
        for (let i = starts[start]!; i < starts[end]!; i++)
          addBuilding(
            sums, buildings, i,
            walk.contains(lng[i]!, lat[i]!, column),
            meets(area, buildings, i, lists, column),
          )
      } else {
        while (end - row * columns <= right && lists.first[end - row * columns]! < 0) end++
        const from = starts[start]!
        if (from < starts[end]! && walk.contains(lng[from]!, lat[from]!, end - 1 - row * columns))
          for (let i = from; i < starts[end]!; i++) addBuilding(sums, buildings, i, true, false)
      }
      column = end - row * columns
    }
    near.clear()
  })
  for (let i = usual; i < buildings.lng.length; i++)
    if (boundsMeet(area, buildings, i))
      addBuilding(sums, buildings, i, preparedContains(area, lng[i]!, lat[i]!), meetsAny(area, buildings, i))
  sums.totals.forEach((totals, source) => addTotals(tally, sources, source, totals))
  return sums.count
}

function boundsMeet({ bounds }: PreparedArea, { west, south, east, north }: BuildingFigures, i: number): boolean {
  return west[i]! <= bounds[2] && east[i]! >= bounds[0] && south[i]! <= bounds[3] && north[i]! >= bounds[1]
}

function meets(
  { ax, ay, bx, by }: PreparedArea,
  { west, south, east, north }: BuildingFigures,
  i: number,
  { first, next, edge }: EdgeBuckets,
  column: number,
): boolean {
  for (let k = first[column]!; k >= 0; k = next[k]!) {
    const e = edge[k]!
    if (edgeMeetsBox(ax[e]!, ay[e]!, bx[e]!, by[e]!, west[i]!, south[i]!, east[i]!, north[i]!)) return true
  }
  return false
}

function meetsAny({ ax, ay, bx, by }: PreparedArea, { west, south, east, north }: BuildingFigures, i: number): boolean {
  for (let e = 0; e < ax.length; e++)
    if (edgeMeetsBox(ax[e]!, ay[e]!, bx[e]!, by[e]!, west[i]!, south[i]!, east[i]!, north[i]!)) return true
  return false
}

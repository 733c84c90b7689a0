import type { PreparedArea } from '../geometry/prepare-area.ts'
import { preparedContains } from '../geometry/prepared-contains.ts'
import { edgeTouched } from './edge-touched.ts'
import type { FigureIndex } from './index-figures.ts'
import { addShare, type Tally } from './tally.ts'

/**
 * Adds the buildings of the area to the tally: one counts when its representative point is inside or on the edge, at
 * least when its bounds are clear inside, at most when its bounds are touched.
 */
export function countBuildings(
  { figures, buildings }: FigureIndex,
  area: PreparedArea,
  tally: Tally,
): { inside: number; unknown: number } {
  const count = { inside: 0, unknown: 0 }
  if (!buildings) return count
  const { lng, lat, people, households, source } = figures.buildings
  const touched = edgeTouched(area, buildings)
  buildings.search(...area.bounds, (row) => {
    const inside = preparedContains(area, lng[row]!, lat[row]!)
    const onEdge = touched.has(row)
    if (!inside && !onEdge) return false
    if (inside) count.inside += 1
    if (Number.isNaN(people[row]!)) {
      if (inside) count.unknown += 1
      return false
    }
    addShare(tally, figures.sources, {
      source: source[row]!,
      people: people[row]!,
      households: households[row]!,
      share: inside ? 1 : 0,
      least: onEdge ? 0 : 1,
      most: 1,
    })
    return false
  })
  return count
}

import { coveredFraction } from '../geometry/covered-fraction.ts'
import type { PreparedArea } from '../geometry/prepare-area.ts'
import { preparedContains } from '../geometry/prepared-contains.ts'
import { edgeTouched } from './edge-touched.ts'
import type { FigureIndex } from './index-figures.ts'
import { addShare, type Tally } from './tally.ts'

/** Less of a cell than this is the rounding of its own arithmetic. */
const NOTHING = 1e-9

/**
 * Adds the cells of the area to the tally, each by the share of it that the area covers; at least those wholly inside,
 * at most the whole of those touched. Returns how many cells that makes, in shares of a cell.
 */
export function countCells({ figures, cells, replaced }: FigureIndex, area: PreparedArea, tally: Tally): number {
  if (!cells) return 0
  const { west, south, east, north, people, households, source } = figures.cells
  const touched = edgeTouched(area, cells)
  let covered = 0
  cells.search(...area.bounds, (row) => {
    if (replaced[row] === 1 || Number.isNaN(people[row]!)) return false
    const box = [west[row]!, south[row]!, east[row]!, north[row]!] as const
    const centreInside = () => preparedContains(area, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    const share = touched.has(row) ? coveredFraction(area, ...box) : centreInside() ? 1 : 0
    if (share < NOTHING) return false
    covered += share
    addShare(tally, figures.sources, {
      source: source[row]!,
      people: people[row]!,
      households: households[row]!,
      share,
      least: share > 1 - NOTHING ? 1 : 0,
      most: 1,
    })
    return false
  })
  return covered
}

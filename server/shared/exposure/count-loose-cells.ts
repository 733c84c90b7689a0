import { coveredFraction } from '../geometry/covered-fraction.ts'
import type { PreparedArea } from '../geometry/prepare-area.ts'
import { preparedContains } from '../geometry/prepared-contains.ts'
import { edgeTouched } from './edge-touched.ts'
import type { CellFigures, FigureSource } from './figures.ts'
import type { LooseCells } from './index-figures.ts'
import { NOTHING } from './take-row.ts'
import { addShare, addTotals, newTotals, type Tally, type Totals } from './tally.ts'

/** Adds cells that lie on no grid to the tally, one by one. Returns how many they make, in shares of a cell. */
export function countLooseCells(
  cells: CellFigures,
  { index, replaced }: LooseCells,
  area: PreparedArea,
  sources: readonly FigureSource[],
  tally: Tally,
): number {
  const { west, south, east, north, people, households, source } = cells
  const touched = edgeTouched(area, index)
  const totals = new Map<number, Totals>()
  const totalsOf = (key: number) => totals.get(key) ?? totals.set(key, newTotals()).get(key)!
  let covered = 0
  index.search(...area.bounds, (row) => {
    if (replaced[row] === 1) return false
    const box = [west[row]!, south[row]!, east[row]!, north[row]!] as const
    const centreInside = () => preparedContains(area, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    const share = touched.has(row) ? coveredFraction(area, ...box) : centreInside() ? 1 : 0
    if (share <= NOTHING) return false
    covered += share
    const least = share > 1 - NOTHING ? 1 : 0
    addShare(totalsOf(source[row]!), { people: people[row]!, households: households[row]!, share, least, most: 1 })
    return false
  })
  for (const [key, total] of totals) addTotals(tally, sources, key, total)
  return covered
}

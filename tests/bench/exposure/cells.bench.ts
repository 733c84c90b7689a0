import Flatbush from 'flatbush'
import { countCells } from '#shared/exposure/count-cells.ts'
import { coverGrid } from '#shared/exposure/cover-grid.ts'
import { type FigureIndex, indexFigures } from '#shared/exposure/index-figures.ts'
import { newTally } from '#shared/exposure/tally.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import type { MultiPolygon } from 'geojson'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { collectGarbage, median, spreadOf, timeOf } from '../zone-index/measure.ts'
import { postgisRival } from './postgis-rival.ts'
import { movedAreas } from './reference-areas.ts'
import { referenceCells, SIDE } from './reference-figures.ts'
import { type Box, turfPeople } from './turf-rivals.ts'

const ROUNDS = 5
// Turf takes seconds to hours for all of them: the time of so many, times how often they go into all
const TURF_CELLS = 300
type Rival = 'turf' | 'filtered' | 'postgis'
const RIVALS: readonly [Rival, string][] = [
  ['turf', 'Turf, sampled'], ['filtered', 'Turf + flatbush, sampled'], ['postgis', 'PostGIS'],
]
const SETS = [[500, 'drawn'], [50_000, 'drawn'], [50_000, 'spiked']] as const
const BARS = { 500: 0.05, 50_000: 0.5 } as const

/** People by raster cell under one polygon: ours, Turf over all cells, Turf after a spatial index, and PostGIS. */
export async function run(): Promise<BenchResult[]> {
  const { cells } = referenceCells()
  const index = indexFigures({ ...referenceCells(), places: { lng: [], lat: [], kind: [], id: [] } })
  const boxOf = (row: number): Box => [cells.west[row]!, cells.south[row]!, cells.east[row]!, cells.north[row]!]
  const tree = new Flatbush(cells.people.length)
  for (let row = 0; row < cells.people.length; row++) tree.add(...boxOf(row))
  tree.finish()
  const random = seededRandom(3)
  const some = (rows: readonly number[]) =>
    Array.from({ length: TURF_CELLS }, () => rows[Math.floor(random() * rows.length)]!)
  const all = Array.from({ length: cells.people.length }, (_, row) => row)

  // ours first, all together: the rivals leave garbage and cold caches behind, and our own part in judging them calls the
  // same functions otherwise, which a call of microseconds would pay for
  const sets = SETS.map(([covered, outline]) => {
    const areas = movedAreas(covered, outline, ROUNDS)
    const repeat = covered === 500 ? 500 : 50
    collectGarbage() // before the warm-up: a full collection throws compiled code away, too
    for (let i = 0; i < 20 * repeat; i++) countOnce(index, areas[i % ROUNDS]!)
    const ours: number[] = []
    const counts = areas.map((area) => {
      let people = 0
      ours.push(timeOf(() => { for (let i = 0; i < repeat; i++) people = countOnce(index, area) }) / repeat)
      return people
    })
    return { covered, outline, areas, ours, counts }
  })
  // no polygon reaches further than the widest: PostGIS gets just those cells
  const widest = boundsOf(movedAreas(50_000, 'spiked', 1)[0]!)
  const postgis = await postgisRival(tree.search(...widest), boxOf, cells.people)
  const results: BenchResult[] = []
  try {
    for (const { covered, outline, areas, ours: own, counts } of sets) {
      const times: Record<Rival, number[]> = { turf: [], filtered: [], postgis: [] }
      const off = { turf: 0, filtered: 0, postgis: 0 }
      for (const [round, area] of areas.entries()) {
        const people = counts[round]!
        const told = await postgis.people(area)
        times.postgis.push(told.ms)
        off.postgis = Math.max(off.postgis, Math.abs(told.people / people - 1))
        for (const [name, rows] of [['turf', all], ['filtered', tree.search(...boundsOf(area))]] as const) {
          const sample = some(rows)
          let turf = 0
          const ms = timeOf(() => (turf = turfPeople(area, sample, boxOf, cells.people)))
          times[name].push((ms * rows.length) / TURF_CELLS)
          off[name] = Math.max(off[name], Math.abs(turf - ourPeople(index, area, sample)) / people)
        }
      }
      const name = `people in ${covered.toLocaleString('en')} cells, 200 corners, ${outline}`
      const ours = median(own)
      const line = { unit: 'ms', ours, other: null, otherName: null, ratio: null, spread: spreadOf(own) }
      results.push({ ...line, name, bar: BARS[covered], reached: ours <= BARS[covered] })
      for (const [rival, otherName] of RIVALS) {
        const other = median(times[rival])
        const differs = `${name}; differs by ${off[rival].toExponential(0)}`
        results.push({ ...line, name: differs, other, otherName, ratio: other / ours })
      }
    }
  } finally {
    await postgis.stop()
  }
  return results
}

function countOnce(index: FigureIndex, area: MultiPolygon): number {
  const tally = newTally()
  countCells(index, prepareArea(area), tally)
  return tally.people
}

/** What our shares of these cells alone come to. */
function ourPeople(index: FigureIndex, area: MultiPolygon, rows: readonly number[]): number {
  const [grid] = index.figures.grids
  const shares = new Float64Array(SIDE * SIDE)
  coverGrid(prepareArea(area), grid!, index.grids[0]!.scratch, (row, covered) => {
    const { cellCount, cells, shares: each, spanCount, from, to, share } = covered
    for (let k = 0; k < cellCount; k++) shares[row * SIDE + cells[k]!] = each[k]!
    for (let k = 0; k < spanCount; k++) shares.fill(share[k]!, row * SIDE + from[k]!, row * SIDE + to[k]!)
  })
  return rows.reduce((sum, row) => sum + shares[row]! * grid!.people[row]!, 0)
}

import { decodeFigures } from '#shared/exposure/decode-figures.ts'
import { encodeFigures } from '#shared/exposure/encode-figures.ts'
import { exposure } from '#shared/exposure/exposure.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import { indexFigures } from '#shared/exposure/index-figures.ts'
import { previewSketch } from '../../../client/state/sketch-preview.ts'
import type { MultiPolygon } from 'geojson'
import type { BenchResult } from '../bench-result.ts'
import { bytesInUse, median, quantile, spreadOf, timeOf } from '../zone-index/measure.ts'
import { movedAreas } from './reference-areas.ts'
import { referenceBuildings, referenceCells } from './reference-figures.ts'

const MOVES = 100
const WARM = 40
const BAR_MS = 8

/** One corner of a 200-corner polygon moved: all numbers anew, and what the loaded figures take. */
export function run(): Promise<BenchResult[]> {
  return Promise.resolve([
    ...measureSet('1,000,000 cells', referenceCells(), 1_000_000, { bytes: 16 }),
    ...measureSet('300,000 buildings', referenceBuildings(), 300_000, {}),
  ])
}

function measureSet(name: string, figures: PopulationFigures, rows: number, bars: { bytes?: number }): BenchResult[] {
  const bytes = encodeFigures(figures)
  const before = bytesInUse()
  let seconds = 0
  const read = () => {
    const answer = decodeFigures(bytes.slice().buffer)
    if (!answer.ok) throw new Error(answer.reason)
    return indexFigures(answer.figures)
  }
  let index = read()
  seconds = timeOf(() => (index = read())) / 1000
  const held = (bytesInUse() - before) / rows
  const results = [
    alone(`${name}: memory once loaded`, 'bytes each', held, null, bars.bytes),
    alone(`${name}: sent, uncompressed`, 'MB', bytes.length / 1e6, null),
    alone(`${name}: read and indexed`, 's', seconds, null),
  ]
  for (const [covered, outline] of [[500, 'drawn'], [50_000, 'drawn'], [50_000, 'spiked']] as const) {
    const areas = movedAreas(covered, outline, MOVES)
    let people = 0
    const count = (area: MultiPolygon) => void (people += exposure(area, index).people)
    const preview = (area: MultiPolygon) => {
      const shown = previewSketch(area, index, 'zh')
      people += shown.ok ? shown.exposure.people : Number.NaN
    }
    const [counts = [], previews = []] = [count, preview].map((work) => {
      for (const area of areas.slice(0, WARM)) work(area)
      return areas.map((area) => timeOf(() => work(area)))
    })
    if (!(people > 0)) throw new Error('a drawn area was refused, or has nobody in it')
    const what = `${name}, one of 200 corners moved, over ${covered.toLocaleString('en')} cells, ${outline}`
    results.push(
      alone(`${what}: numbers, median`, 'ms', median(counts), spreadOf(counts)),
      alone(`${what}: numbers, 95th percentile`, 'ms', quantile(counts, 0.95), null, BAR_MS),
      alone(`${what}: with the check of the shape, 95th percentile`, 'ms', quantile(previews, 0.95), null, BAR_MS),
    )
  }
  return results
}

function alone(name: string, unit: string, ours: number, spread: number | null, bar?: number): BenchResult {
  const judged = bar === undefined ? {} : { bar, reached: ours <= bar }
  return { name, unit, ours, other: null, otherName: null, ratio: null, spread, ...judged }
}

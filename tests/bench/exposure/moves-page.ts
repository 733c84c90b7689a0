import { decodeFigures } from '#shared/exposure/decode-figures.ts'
import { encodeFigures } from '#shared/exposure/encode-figures.ts'
import { exposure } from '#shared/exposure/exposure.ts'
import { type FigureIndex, indexFigures } from '#shared/exposure/index-figures.ts'
import { previewSketch } from '../../../client/state/sketch-preview.ts'
import { movedAreas } from './reference-areas.ts'
import { referenceBuildings, referenceCells } from './reference-figures.ts'

// runs in the page that browser.bench.ts opens

const MOVES = 200

export type MoveTimes = { numbers: number[]; previews: number[]; people: number }

const indexes = new Map<string, FigureIndex>()

function load(set: 'cells' | 'buildings'): FigureIndex {
  const answer = decodeFigures(encodeFigures(set === 'cells' ? referenceCells() : referenceBuildings()).buffer)
  if (!answer.ok) throw new Error(answer.reason)
  return indexFigures(answer.figures)
}

/** Milliseconds for the numbers, and for the check of the shape and the numbers, of each of many moves of one corner. */
function measureMoves(set: 'cells' | 'buildings', covered: number, outline: 'drawn' | 'spiked'): MoveTimes {
  const index = indexes.get(set) ?? load(set)
  indexes.set(set, index)
  const areas = movedAreas(covered, outline, MOVES)
  let people = 0
  const timed = (count: () => number) => {
    const start = performance.now()
    people += count()
    return performance.now() - start
  }
  for (const area of areas.slice(0, 40)) people += exposure(area, index).people
  const numbers = areas.map((area) => timed(() => exposure(area, index).people))
  const previews = areas.map((area) =>
    timed(() => {
      const preview = previewSketch(area, index, 'zh')
      return preview.ok ? preview.exposure.people : Number.NaN
    }),
  )
  return { numbers, previews, people }
}

Object.assign(globalThis, { measureMoves })

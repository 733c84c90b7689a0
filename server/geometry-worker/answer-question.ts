import type { MultiPolygon } from 'geojson'
import { exposure } from '#shared/exposure/exposure.ts'
import { indexFigures, type FigureIndex } from '#shared/exposure/index-figures.ts'
import { areaM2 } from '#shared/geometry/area-m2.ts'
import { packArea } from '#shared/geometry/flat-area.ts'
import { areaOfSource } from '#shared/geometry/long-area.ts'
import { normaliseArea, type NormalisedArea } from '#shared/geometry/normalise-area.ts'
import { buildGraph } from '#shared/roads/build-graph.ts'
import { roadPicture, type RoadPicture } from '#shared/roads/road-picture.ts'
import { answerRoads } from './answer-roads.ts'
import { drawnArea } from './drawn-area.ts'
import type { Answer, Question } from './messages.ts'
import { parseBody } from './parse-body.ts'
import type { RoadQuestion } from './road-questions.ts'
import { revivedFigures, sharedFigures } from './shared-figures.ts'

/** What one thread knows of figures and roads: those it was sent last. */
export type Known = {
  figures: { key: number; index: FigureIndex } | null
  roads: { key: number; picture: RoadPicture } | null
}

/** Answers a question; `known` is what the thread was told before, and is given back for the next. */
export function answerQuestion(question: Question, known: Known): { answer: Answer; known: Known } {
  switch (question.type) {
    case 'parse':
      return { answer: { type: 'parsed', parsed: parseBody(question.bytes, question.levels) }, known }
    case 'drawn':
      return { answer: normalised(drawnArea(areaOfSource(question.area), question.crs, question.limits)), known }
    case 'normalise':
      return { answer: normalised(normaliseArea(areaOfSource(question.area), question.limits)), known }
    case 'area':
      return { answer: { type: 'area', areaM2: areaM2(areaOfSource(question.area)) }, known }
    case 'index':
      return { answer: { type: 'index', index: sharedFigures(indexFigures(question.figures)) }, known }
    case 'exposure': {
      const { figures, key } = question
      const now = figures === null ? known.figures : { key, index: revivedFigures(figures) }
      if (now?.key !== key) throw new Error('asked with figures that were not sent')
      const area = areaOfSource(question.area) as MultiPolygon
      return { answer: { type: 'exposure', exposure: exposure(area, now.index) }, known: { ...known, figures: now } }
    }
    case 'road-picture': {
      const { roads, buildings, places, sources } = question
      return { answer: { type: 'road-picture', picture: sharedFigures(roadPicture(buildGraph(roads), buildings, places, sources)) }, known }
    }
    case 'roads': {
      const { picture, key, area } = question
      const asked = (area === null ? question.question : { ...question.question, area: areaOfSource(area) }) as RoadQuestion
      const now = picture === null ? known.roads : { key, picture: revivedFigures(picture) }
      if (now?.key !== key) throw new Error('asked with roads that were not sent')
      return { answer: { type: 'roads', answer: answerRoads(now.picture, asked) }, known: { ...known, roads: now } }
    }
  }
}

function normalised(result: NormalisedArea): Answer {
  if (!result.ok) return { type: 'faults', faults: result.faults }
  const area = packArea(result.geometry)
  if (area === null) throw new Error('a normalised area has the form of one')
  return { type: 'normalised', area, text: JSON.stringify(result.geometry) }
}

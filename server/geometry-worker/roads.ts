import type { MultiPolygon } from 'geojson'
import type { Access } from '#shared/roads/access.ts'
import type { CrossingAudit } from '#shared/roads/audit.ts'
import type { GatePoint } from '#shared/roads/checkpoint-roads.ts'
import type { CutOff } from '#shared/roads/cut-off.ts'
import type { LeastGatesAsked } from '#shared/roads/least-gates.ts'
import type { Reached, ReachAsked } from '#shared/roads/reach.ts'
import type { RoadColumns } from '#shared/roads/road-columns.ts'
import type { BuildingPoints, RoadPicture, RoadPlace, RoadSource } from '#shared/roads/road-picture.ts'
import type { Supply } from '#shared/roads/supply.ts'
import { answerRoads } from './answer-roads.ts'
import { sourceIfLong } from './geometry.ts'
import type { Closures, LeastAnswer, RoadAnswer, RoadQuestion, Surveyed } from './road-questions.ts'
import { revivedFigures, sharedFigures, type SharedFigures } from './shared-figures.ts'
import { askThread } from './thread-pool.ts'

const LIMIT_MS = 20_000
const BUILD_LIMIT_MS = 300_000

/** The graph of roads with buildings and places on it, in shared memory; always off this thread. */
export async function roadPictureOf(roads: RoadColumns, buildings: BuildingPoints, places: readonly RoadPlace[], sources: RoadSource[]): Promise<RoadPicture> {
  const answer = await askThread(() => ({ type: 'road-picture', roads, buildings, places, sources }), BUILD_LIMIT_MS)
  if (answer.type !== 'road-picture') throw new Error(`a geometry thread answered with ${answer.type}`)
  const picture = revivedFigures(answer.picture)
  shares.set(picture, { key: (keys += 1), shared: answer.picture })
  return picture
}

/** `auditCrossings`, off this thread where the line is long: of a drawn one it takes less than the way there. */
export async function crossingsOf(picture: RoadPicture, area: MultiPolygon, checkpoints: readonly GatePoint[]): Promise<CrossingAudit> {
  const question: RoadQuestion = { ask: 'audit', area, checkpoints }
  const answer = sourceIfLong(area) === null ? answerRoads(picture, question) : await ask(picture, question)
  return answer.ask === 'audit' ? answer.audit : unexpected(answer)
}

/** How many buildings an area has, and how many of them lie off the known roads; likewise. */
export async function surveyedOf(picture: RoadPicture, area: MultiPolygon): Promise<Surveyed> {
  const question: RoadQuestion = { ask: 'surveyed', area, checkpoints: [] }
  const answer = sourceIfLong(area) === null ? answerRoads(picture, question) : await ask(picture, question)
  return answer.ask === 'surveyed' ? answer.surveyed : unexpected(answer)
}

export async function leastGatesOf(picture: RoadPicture, area: MultiPolygon, checkpoints: readonly GatePoint[], asked: LeastGatesAsked): Promise<LeastAnswer> {
  const answer = await ask(picture, { ask: 'least', area, checkpoints, asked })
  return answer.ask === 'least' ? answer.least : unexpected(answer)
}

export async function accessOf(picture: RoadPicture, area: MultiPolygon, checkpoints: readonly GatePoint[], asked: { roomsPer10k: number; closures: Closures }): Promise<Access> {
  const answer = await ask(picture, { ask: 'access', area, checkpoints, ...asked })
  return answer.ask === 'access' ? answer.access : unexpected(answer)
}

/** Whom the closures among `after` cut off from care that they have with those among `checkpoints`; planned ones count. */
export async function newlyCutOff(picture: RoadPicture, checkpoints: readonly GatePoint[], after: readonly GatePoint[]): Promise<CutOff[]> {
  const answer = await ask(picture, { ask: 'newly-cut-off', checkpoints, after })
  return answer.ask === 'newly-cut-off' ? answer.cutOff : unexpected(answer)
}

export async function supplyOf(picture: RoadPicture, asked: Omit<RoadQuestion & { ask: 'supply' }, 'ask'>): Promise<Supply> {
  const answer = await ask(picture, { ask: 'supply', ...asked })
  return answer.ask === 'supply' ? answer.supply : unexpected(answer)
}

export async function reachOf(picture: RoadPicture, checkpoints: readonly GatePoint[], asked: Omit<ReachAsked, 'closures'>, closures: Closures): Promise<Reached[] | null> {
  const answer = await ask(picture, { ask: 'reach', checkpoints, asked, closures })
  return answer.ask === 'reach' ? answer.reached : unexpected(answer)
}

let keys = 0
const shares = new WeakMap<RoadPicture, { key: number; shared: SharedFigures<RoadPicture> }>()

async function ask(picture: RoadPicture, question: RoadQuestion): Promise<RoadAnswer> {
  let share = shares.get(picture)
  if (share === undefined) shares.set(picture, (share = { key: (keys += 1), shared: sharedFigures(picture) }))
  const { key, shared } = share
  // a long line goes along flat
  const source = 'area' in question ? sourceIfLong(question.area) : null
  const rest = source === null ? question : { ...question, area: null }
  const answer = await askThread((thread) => {
    const isNews = thread.roadsKey !== key
    thread.roadsKey = key
    return { type: 'roads', key, picture: isNews ? shared : null, question: rest, area: source }
  }, LIMIT_MS)
  if (answer.type !== 'roads') throw new Error(`a geometry thread answered with ${answer.type}`)
  return answer.answer
}

function unexpected({ ask }: RoadAnswer): never {
  throw new Error(`a geometry thread answered with ${ask}`)
}

import type { MultiPolygon } from 'geojson'
import type { LeastGatesAsked } from '#shared/roads/least-gates.ts'
import type { RoadData } from '#shared/schema/roads.ts'
import { leastGatesOf } from '../geometry-worker/roads.ts'
import type { LeastAnswer } from '../geometry-worker/road-questions.ts'
import { Invalid } from './errors.ts'
import { roadData } from './road-data.ts'
import type { RoadDeps } from './road-deps.ts'

export type LeastGatesFound = Omit<LeastAnswer & { ok: true }, 'ok'> & { roads: RoadData }

/** The least gate set of any ground, and the line that it seals. @throws Invalid gates_off_road, cannot_be_sealed */
export async function findLeastGates({ picture, checkpoints }: RoadDeps, ground: MultiPolygon, asked: LeastGatesAsked): Promise<LeastGatesFound> {
  const answer = await leastGatesOf(picture, ground, checkpoints, asked)
  if (!answer.ok) {
    if (answer.reason === 'cannot_be_sealed') throw new Invalid('cannot_be_sealed')
    throw new Invalid('gates_off_road', { place: answer.at?.join(', ') ?? '' })
  }
  const { ok: _, ...found } = answer
  return { ...found, roads: await roadData(picture, ground) }
}

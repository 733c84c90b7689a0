import type { MultiPolygon } from 'geojson'
import type { Crossing } from '#shared/roads/audit.ts'
import type { LeastGatesAsked } from '#shared/roads/least-gates.ts'
import type { RoadData } from '#shared/schema/roads.ts'
import { leastGatesOf, sealedOf } from '../geometry-worker/roads.ts'
import type { Sealed } from '../geometry-worker/road-questions.ts'
import type { Db } from '../store/connect.ts'
import { joinedGround } from '../store/joined-ground.ts'
import { Invalid } from './errors.ts'
import { roadData } from './road-data.ts'
import type { RoadDeps } from './road-deps.ts'

export type LeastGatesFound = Sealed & { drawn: Crossing[]; gates: Crossing[]; roads: RoadData }

/** The least gate set of any ground, and the line that it seals. @throws Invalid gates_off_road, cannot_be_sealed */
export async function findLeastGates(db: Db, { picture, checkpoints }: RoadDeps, ground: MultiPolygon, asked: LeastGatesAsked): Promise<LeastGatesFound> {
  const answer = await leastGatesOf(picture, ground, checkpoints, asked)
  if (!answer.ok) {
    if (answer.reason === 'cannot_be_sealed') throw new Invalid('cannot_be_sealed')
    throw new Invalid('gates_off_road', { place: answer.at?.join(', ') ?? '' })
  }
  const { drawn, gates, within, strips } = answer
  // PostGIS joins them in a tenth of the time that JTS or exact arithmetic take here
  const joined = strips === null ? ground : await joinedGround(db, ground, strips)
  return { drawn, gates, ...(await sealedOf(picture, ground, within, joined)), roads: await roadData(picture, ground) }
}

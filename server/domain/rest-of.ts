import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import { actEverywhere, type Trx } from '../store/transaction.ts'
import { followersTouching, sameGround } from '../store/zones-followers.ts'
import { versionInForce } from '../store/zones-versions.ts'
import { Conflict } from './errors.ts'
import { groundError } from './ground-fault.ts'
import { stricterThan } from './ground-of-areas.ts'
import { groundOf } from './ground.ts'
import type { ZoneChange } from './zones-change.ts'
import { enterIntoForce } from './zones-enter.ts'
import { leaveForce } from './zones-leave.ts'

/** The post of what the program does by itself. */
export const SYSTEM_POST = '系统 system'

/**
 * Brings every zone that is the rest of something (`rest_of`, or `units` less stricter zones) in line with a change,
 * in the same transaction: kind by kind from the strictest, because a controlled ring that moves moves the precaution
 * zone round it. Several changes of one instant are followed once. A zone left without ground is lifted.
 * @returns the changes that followed, in order
 * @throws Invalid when a ground cannot be computed; nothing is changed then
 */
export async function recomputeFollowers(
  trx: Trx,
  figures: FigureIndex,
  first: ZoneChange | readonly ZoneChange[],
  at: string,
  recordedAt: string = at,
): Promise<ZoneChange[]> {
  await actEverywhere(trx)
  const firsts: readonly ZoneChange[] = 'zoneId' in first ? [first] : first
  const causes = firsts.map((change) => change.zoneId).join(', ')
  const changes = [...firsts]
  for (const kind of ZONE_KINDS) {
    const stricter = changes.filter((change) => stricterThan(kind).includes(change.kind))
    const moved = stricter.flatMap(({ before, after }) => [before, after].filter((ground) => ground !== null))
    if (moved.length === 0) continue
    for (const zoneId of await followersTouching(trx, kind, moved)) {
      const change = await follow(trx, figures, zoneId, causes, at, recordedAt)
      if (change !== null) changes.push(change)
    }
  }
  return changes.slice(firsts.length)
}

async function follow(
  trx: Trx,
  figures: FigureIndex,
  zoneId: string,
  cause: string,
  at: string,
  recordedAt: string,
): Promise<ZoneChange | null> {
  const current = await versionInForce(trx, zoneId)
  if (current === undefined) throw new Conflict('not_in_force', { zone: zoneId })
  const reason = `随 ${cause} 调整 / follows ${cause}`
  const ground = await groundOf(trx, current.kind, current.content.definition)
  if (!ground.ok && ground.problem === 'empty_ground') {
    return leaveForce(trx, current, { at, recordedAt, by: SYSTEM_POST, cause, note: { reason } })
  }
  if (!ground.ok) throw groundError(ground)
  if (await sameGround(trx, current.geometry, ground.geometry)) return null
  return enterIntoForce(trx, figures, {
    zoneId,
    kind: current.kind,
    content: { ...current.content, reason },
    geometry: ground.geometry,
    by: SYSTEM_POST,
    cause,
    at,
    recordedAt,
  })
}

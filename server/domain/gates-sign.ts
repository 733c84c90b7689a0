import type { ZoneCrossings } from '#shared/schema/roads.ts'
import type { Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { insertSignature } from '../store/gate-signatures.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { zoneCrossings } from './crossings.ts'
import { Conflict } from './errors.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { roadCheckpoints } from './road-checkpoints.ts'
import type { RoadDeps } from './road-deps.ts'
import { zoneGroundNow } from './zone-ground.ts'

/**
 * A post signs a zone's gate list: it has seen these crossings and who holds them. The signature falls away when the zone,
 * the roads or the gates change.
 * @throws NotFound; Conflict gates_changed where the list is not the one that was looked at; Forbidden outside_jurisdiction
 */
export async function signGates(store: Store, picture: RoadDeps['picture'], actor: Actor, zoneId: string, list: string, draft: boolean): Promise<ZoneCrossings> {
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const { geometry } = await zoneGroundNow(trx, zoneId, draft)
    await requireJurisdiction(trx, actor, geometry)
    const roads = { picture, checkpoints: await roadCheckpoints(trx) }
    const now = await zoneCrossings(trx, roads, zoneId, draft)
    if (now.list !== list) throw new Conflict('gates_changed')
    await insertSignature(trx, zoneId, list, now.ring, now.roads.oldest, actor.post)
    await appendEvent(trx, { noun: 'gates', verb: 'signed', subject: zoneId, actor: actor.post, public: false, payload: { list, ring: now.ring, roads: now.roads.sources } })
    return zoneCrossings(trx, roads, zoneId, draft)
  }, actor)
}

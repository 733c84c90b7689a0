import { zonesInForce, type LiveZone } from '../store/live-zones.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { openPlans } from '../store/plans.ts'
import type { Store } from '../store/connect.ts'
import { Invalid } from './errors.ts'
import { carryOutNext } from './plans-carry-out.ts'
import type { ZoneDeps } from './zone-deps.ts'

/** Carries the answer out of a transaction that is undone. */
class Undone extends Error {
  readonly zones: LiveZone[]
  constructor(zones: LiveZone[]) {
    super('undone')
    this.zones = zones
  }
}

/**
 * What will be in force at a moment to come if nothing but what is planned happens: the plans until then are carried
 * out, as they will be, in a transaction that is undone. Numbers of versions are as they would be.
 * @throws Invalid nothing_planned when no plan is open: then nothing is known of the time to come
 */
export async function plannedZones(store: Store, figures: ZoneDeps['figures'], at: string): Promise<LiveZone[]> {
  if ((await openPlans(store.db)).length === 0) throw new Invalid('nothing_planned', { at })
  try {
    return await store.db.transaction().execute(async (trx) => {
      await lockChanges(trx)
      while (await carryOutNext(trx, figures, at));
      throw new Undone(await zonesInForce(trx, { at }))
    })
  } catch (error) {
    if (error instanceof Undone) return error.zones
    throw error
  }
}

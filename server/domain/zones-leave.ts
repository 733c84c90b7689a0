import { closePeriod } from '../store/periods.ts'
import type { Trx } from '../store/transaction.ts'
import type { ZoneVersion } from '../store/zones-versions.ts'
import { cancelPlans } from './plans-cancel.ts'
import type { ZoneChange } from './zones-change.ts'

type Leaving = { at: string; recordedAt?: string; by: string; cause: string | null; note: Record<string, unknown>; plan?: number }

/** Ends the version in force at `at`, and what was planned for its zone; the note says why, and on whose authority. */
export async function leaveForce(
  trx: Trx,
  current: ZoneVersion,
  { at, recordedAt = at, by, cause, note, plan }: Leaving,
): Promise<ZoneChange> {
  await closePeriod(trx, current.zoneId, at, 'lifted', { by, ...note }, recordedAt)
  await cancelPlans(trx, current.zoneId, by, 'lifted')
  return {
    zoneId: current.zoneId,
    kind: current.kind,
    verb: 'lifted',
    version: current.version,
    cause,
    by,
    public: current.content.audience === 'public',
    before: current.geometry,
    after: null,
    ...(plan !== undefined && { plan: { id: plan, at } }),
  }
}

import { closePeriod } from '../store/periods.ts'
import type { Trx } from '../store/transaction.ts'
import type { ZoneVersion } from '../store/zones-versions.ts'
import type { ZoneChange } from './zones-change.ts'

/** Ends the version in force at `at`; the note says why, and on whose authority. */
export async function leaveForce(
  trx: Trx,
  current: ZoneVersion,
  { at, by, cause, note }: { at: string; by: string; cause: string | null; note: Record<string, unknown> },
): Promise<ZoneChange> {
  await closePeriod(trx, current.zoneId, at, 'lifted', { by, ...note })
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
  }
}

import type { MultiPolygon } from 'geojson'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { appendEvent } from '../store/events.ts'
import type { Trx } from '../store/transaction.ts'

/** What one transaction did to one zone. */
export type ZoneChange = {
  zoneId: string
  kind: ZoneKind
  verb: 'published' | 'superseded' | 'lifted'
  /** The version that took effect, or that was lifted. */
  version: number
  /** The zone whose change made this one follow. */
  cause: string | null
  /** The post that acted. */
  by: string
  /** Whether the public saw the zone before, or sees it now. */
  public: boolean
  before: MultiPolygon | null
  after: MultiPolygon | null
  /** The plan that this carried out, and the instant from which it holds. */
  plan?: { id: number; at: string }
}

/** Writes the one event of each zone changed, in the order of the changes. */
export async function tellChanges(trx: Trx, changes: readonly ZoneChange[]): Promise<void> {
  for (const { zoneId, verb, by, version, kind, cause, ...change } of changes) {
    const payload = { version, kind, ...(cause === null ? {} : { cause }), ...(change.plan && { plan: change.plan.id, valid_from: change.plan.at }) }
    await appendEvent(trx, { noun: 'zones', verb, subject: zoneId, actor: by, public: change.public, payload })
  }
}

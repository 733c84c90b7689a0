import type { Db } from '../store/connect.ts'
import type { DraftRow } from '../store/drafts.ts'
import { newestVersion, versionInForce, type ZoneVersion } from '../store/zones-versions.ts'
import { Conflict } from './errors.ts'
import { groundError } from './ground-fault.ts'
import { groundOf } from './ground.ts'
import { followsStricter } from './zones-content.ts'
import { versionHash } from './zones-hash.ts'

/** What publishing a draft now would put in force, what it would end, and the hash that an approval is bound to. */
export type Outgoing = { version: ZoneVersion; current: ZoneVersion | undefined; hash: string }

/**
 * The version that goes out if a draft is published now. A drawn ground and plain units go out exactly as drafted; what
 * follows stricter zones is computed anew, so that its hash changes when its ground does.
 * @throws Conflict not_in_force; Invalid when the ground cannot be computed
 */
export async function outgoing(db: Db, draft: DraftRow): Promise<Outgoing> {
  const { zoneId, kind, content, basedOn } = draft
  const current = await versionInForce(db, zoneId)
  if (basedOn !== null && current === undefined) throw new Conflict('not_in_force', { zone: zoneId })
  const ground = followsStricter(content.definition)
    ? await groundOf(db, kind, content.definition)
    : { ok: true as const, geometry: draft.geometry }
  if (!ground.ok) throw groundError(ground)
  const newest = await newestVersion(db, zoneId)
  const previousVersion = newest === 0 ? null : newest
  const version = { zoneId, kind, version: newest + 1, previousVersion, content, geometry: ground.geometry }
  return { version, current, hash: versionHash(version) }
}

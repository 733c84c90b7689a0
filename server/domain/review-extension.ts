import type { DraftContent } from '#shared/schema/zone.ts'
import type { Db } from '../store/connect.ts'
import { hasEvidenceSince } from '../store/zone-evidence.ts'
import { versionPublishedAt, type ZoneVersion } from '../store/zones-versions.ts'
import { Conflict } from './errors.ts'

/**
 * No restriction is extended at will: a version whose review is later than that of the version in force needs a reason
 * of its own, and evidence entered since that version came into force.
 * @throws Conflict extension_needs_reason, extension_needs_evidence
 */
export async function requireGroundForExtension(db: Db, current: ZoneVersion | undefined, content: DraftContent): Promise<void> {
  if (current === undefined || new Date(content.review_by) <= new Date(current.content.review_by)) return
  const { zoneId, version } = current
  if (content.reason.trim() === current.content.reason.trim()) throw new Conflict('extension_needs_reason', { zone: zoneId })
  const since = await versionPublishedAt(db, zoneId, version)
  if (!(await hasEvidenceSince(db, zoneId, since))) throw new Conflict('extension_needs_evidence', { zone: zoneId, since })
}

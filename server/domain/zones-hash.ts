import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { ZoneVersion } from '../store/zones-versions.ts'
import { versionContent } from './zones-content.ts'

/**
 * SHA-256 (hex) over the canonical JSON of everything that a version puts in force: identity, kind, number and the
 * version before it, ground, name, definition, rule pack, measures, legal basis, reason, authority, times, audience.
 * Who published it when, and the numbers of people, are beside it: they are not part of what holds. Nor are a draft's
 * planned start and end: an approval is bound to them by the draft's revision, and a version's periods say them.
 */
export function versionHash(version: ZoneVersion): string {
  const content = { ...versionContent(version.content), earliest_lift: version.content.earliest_lift ?? null }
  return createHash('sha256').update(canonicalJson({ ...version, content })).digest('hex')
}

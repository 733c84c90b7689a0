import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { CrossingAudit } from '#shared/roads/audit.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'

/**
 * Names a zone's gate list: the ground's version or revision, where which road crosses, who holds it, and the roads that it
 * was found on. Whoever signs the list signs this; it differs once one of them does.
 */
export function gateListHash(tag: string, { crossings }: Pick<CrossingAudit, 'crossings'>, { sources }: Pick<RoadPicture, 'sources'>): string {
  const list = crossings.map(({ at, roadId, state, checkpoint }) => ({ at: at.map((degrees) => degrees.toFixed(6)), roadId, state, checkpoint }))
  return createHash('sha256').update(canonicalJson({ tag, list, sources })).digest('hex')
}

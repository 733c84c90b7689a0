import { PreconditionFailed } from './errors.ts'

/** Names one revision of a draft. */
export const draftTag = (draft: { zoneId: string; revision: number }): string => `${draft.zoneId}.d${draft.revision}`

/** Names one version of a zone. */
export const zoneTag = (zone: { zoneId: string; version: number }): string => `${zone.zoneId}.${zone.version}`

/** Names one plan of a zone. */
export const planTag = (plan: { zoneId: string; id: number }): string => `${plan.zoneId}.p${plan.id}`

/** Names one version of a checkpoint. */
export const checkpointTag = (checkpoint: { id: number; version: number }): string => `c${checkpoint.id}.${checkpoint.version}`

/** Names one version of a site. */
export const siteTag = (site: { id: number; version: number }): string => `s${site.id}.${site.version}`

/** Names one version of a user. */
export const userTag = (user: { id: number; version: number }): string => `u${user.id}.${user.version}`

/**
 * Refuses a change that was made to something else than what is current.
 * @throws PreconditionFailed naming the current version
 */
export function requireTag(expected: string, current: string): void {
  if (expected !== current) throw new PreconditionFailed('precondition_failed', { current })
}

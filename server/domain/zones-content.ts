import { sourceOf } from '#shared/geometry/long-area.ts'
import type { DraftContent, ZoneDefinition } from '#shared/schema/zone.ts'
import { Invalid } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { storedSchedule } from './schedule.ts'
import { requireUsableText } from './usable-text.ts'
import type { ZoneDeps } from './zone-deps.ts'

/**
 * A draft's content as it is kept: the review time in UTC, and of a drawn geometry its type and coordinates only, as
 * they were sent and in the system they were declared in. Call it after the ground has been found good.
 * @throws Invalid unusable_text, personal_data, unknown_rule_pack, review_by_past, planned_end_past, review_by_before_start
 */
export function storedContent(content: DraftContent, now: Date, packs: ZoneDeps['packs']): DraftContent {
  const { rule_pack: pack } = content
  if (!packs.has(pack)) throw new Invalid('unknown_rule_pack', { pack, known: [...packs.keys()].join(', ') })
  const definition = storedDefinition(content.definition)
  const stored = { ...content, definition, review_by: requireFuture(content.review_by, now), ...storedSchedule(content, now) }
  requireUsableText(stored)
  requireImpersonalText(stored)
  return stored
}

/** @throws Invalid review_by_past */
export function requireFuture(reviewBy: string, now: Date): string {
  const time = new Date(reviewBy)
  if (!(time > now)) throw new Invalid('review_by_past') // an unreadable time compares false too
  return time.toISOString()
}

function storedDefinition(definition: ZoneDefinition): ZoneDefinition {
  if (definition.type !== 'drawn' || sourceOf(definition.geometry) !== undefined) return definition
  const { type, coordinates } = definition.geometry as { type: string; coordinates: unknown }
  return { ...definition, geometry: { type, coordinates } }
}

/** Whether a zone's ground is what stricter zones leave over, so that it changes with them. */
export const followsStricter = (definition: ZoneDefinition): boolean =>
  definition.type === 'rest_of' || (definition.type === 'units' && definition.minus_stricter === true)

/** What a version says: a draft's content without when it shall start and end, which periods say. */
export function versionContent({ starts_at: _start, planned_end: _end, ...content }: DraftContent): DraftContent {
  return content
}

import type { Point } from 'geojson'
import type { CheckpointDetails, PublicCheckpoint } from '#shared/schema/checkpoint.ts'
import type { Audience } from '../live/audience.ts'
import type { LiveCheckpoint } from '../store/live-checkpoints.ts'
import { isPublicCheckpoint } from '../live/public-checkpoint.ts'
import type { Checkpoint } from '../store/checkpoints.ts'

type Feature<P> = { type: 'Feature'; id: number; geometry: Point; properties: P }
type Page = { type: 'FeatureCollection'; features: Feature<PublicCheckpoint | CheckpointDetails>[]; next: string | null }

/** A checkpoint as a signed-in post sees it. */
export const checkpointFeature = ({ geometry, ...properties }: Checkpoint): Feature<CheckpointDetails> =>
  ({ type: 'Feature', id: properties.id, geometry, properties })

/** One page of the checkpoints that the reader may see, by number; public ones field by field, so that nothing else can leak. */
export function checkpointPage(all: readonly LiveCheckpoint[], audience: Audience, after: number, limit: number): Page {
  const visible = audience === 'public' ? all.filter(isPublicCheckpoint) : all
  const rest = visible.filter(({ id }) => id > after)
  const page = rest.slice(0, limit)
  return {
    type: 'FeatureCollection',
    features: page.map((checkpoint) => liveFeature(checkpoint, audience === 'all')),
    next: rest.length > limit ? String(page.at(-1)!.id) : null,
  }
}

function liveFeature(live: LiveCheckpoint, details: boolean): Feature<PublicCheckpoint | CheckpointDetails> {
  const { id, name, nameEn, tier, state, greenLane, ruleCard, version, areaCode, roadId, kind, egress, staffing } = live
  const known = { id, name, name_en: nameEn, tier, state, green_lane: greenLane, rule_card: ruleCard, kind }
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [live.lng, live.lat] },
    properties: details ? { ...known, version, area_code: areaCode, road_id: roadId, egress, staffing } : known,
  }
}

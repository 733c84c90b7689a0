import type { Static } from 'typebox'
import type { RuleCard } from '#shared/schema/checkpoint.ts'
import type { CheckpointState, CheckpointTier } from '#shared/schema/vocabulary.ts'

/** A checkpoint as the live picture holds it, of every state; [lng, lat] in EPSG:4326. */
export type LiveCheckpoint = {
  id: number
  version: number
  name: string
  nameEn: string | null
  tier: CheckpointTier
  state: CheckpointState
  greenLane: boolean
  ruleCard: Static<typeof RuleCard>
  areaCode: string | null
  roadId: number | null
  lng: number
  lat: number
}

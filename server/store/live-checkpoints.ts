import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { RuleCard } from '#shared/schema/checkpoint.ts'
import type { Staffing } from '#shared/schema/staffing.ts'
import type { CheckpointKind, CheckpointState, CheckpointTier, Text } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'

/** A checkpoint of any state; degrees, EPSG:4326. */
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
  kind: CheckpointKind
  egress: Text | null
  staffing: Staffing | null
  lng: number
  lat: number
}

/** Every checkpoint, by id. */
export async function allCheckpoints(db: Db): Promise<LiveCheckpoint[]> {
  const { rows } = await sql<LiveCheckpoint>`
    select id, version, name, name_en as "nameEn", tier, state, green_lane as "greenLane", rule_card as "ruleCard",
      area_code as "areaCode", road_id as "roadId", kind, egress, staffing, ST_X(geom) as lng, ST_Y(geom) as lat
    from checkpoints order by id`.execute(db)
  return rows
}

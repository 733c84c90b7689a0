import type { ColumnType, Generated, GeneratedAlways, RawBuilder } from 'kysely'
import type { EvidenceType } from '#shared/schema/evidence.ts'
import type { GateNeed, GateQueue, GateStatus } from '#shared/schema/gate-report.ts'
import type { DraftState } from '#shared/review/next-state.ts'

/** A geometry column: read through `geoJson()`, written through `toGeom()` (store/geometry.ts). */
export type Geom = ColumnType<string, RawBuilder<unknown> | string, RawBuilder<unknown> | string>
/** `timestamptz`, read as an ISO 8601 string in UTC. */
export type Timestamp = ColumnType<string, string | Date | RawBuilder<unknown>, string | Date | RawBuilder<unknown>>
type Stamped = ColumnType<string, string | undefined, string>
/** `jsonb`: written as text by `JSON.stringify`. */
export type Json<T> = ColumnType<T, string, string>

type Sourced = { source: string; source_id: string; as_of: string }

export type AreaLevel =
  'province' | 'prefecture' | 'county' | 'township' | 'village' | 'grid' | 'compound' | 'natural_village'
export type ZoneKind = 'sealed' | 'controlled' | 'precaution'

export type Tables = {
  datasets: {
    source: string; title: string; title_en: string | null; licence: string | null
    crs: Generated<string>; as_of: string; synthetic: Generated<boolean>; imported_at: Stamped
  }
  areas: Sourced & {
    code: string; level: AreaLevel; parent_code: string | null; name: string; name_en: string | null; geom: Geom
  }
  places: Sourced & {
    id: GeneratedAlways<number>; kind: string; name: string; name_en: string | null
    capacity: Json<Record<string, unknown>>; area_code: string | null; geom: Geom
  }
  buildings: Sourced & {
    id: GeneratedAlways<number>; name: string | null; name_en: string | null; levels: number | null
    use: string | null; area_code: string | null; geom: Geom
  }
  roads: Sourced & {
    id: GeneratedAlways<number>; class: string; name: string | null; name_en: string | null; ref: string | null
    oneway: Generated<boolean>; bridge: Generated<boolean>; tunnel: Generated<boolean>; layer: Generated<number>
    tags: Json<Record<string, string>>; geom: Geom
  }
  water: Sourced & {
    id: GeneratedAlways<number>; kind: string; name: string | null; name_en: string | null; geom: Geom
  }
  population: Sourced & {
    id: GeneratedAlways<number>; basis: 'building' | 'cell' | 'area'
    method: 'counted' | 'dasymetric' | 'raster' | 'area'
    people: number; households: number | null; building_id: number | null; geom: ColumnType<string | null, RawBuilder<unknown> | null, RawBuilder<unknown> | null>
  }
  addresses: Sourced & {
    id: GeneratedAlways<number>; text: string; text_en: string | null; street: string | null; number: string | null
    area_code: string | null; building_id: number | null; geom: Geom
  }
  users: {
    id: GeneratedAlways<number>; username: string; post: string; password_hash: string; roles: string[]
    area_code: string | null; demo: Generated<boolean>; created_at: Stamped; disabled_at: Timestamp | null
    version: Generated<number>; oidc_issuer: string | null; oidc_subject: string | null; one_time_password: Generated<boolean>
  }
  sessions: { id_hash: string; user_id: number; created_at: Stamped; seen_at: Stamped; expires_at: Timestamp; one_time_password: Generated<boolean> }
  sign_in_failures: { subject_hash: string; failures: number; next_allowed_at: Timestamp }
  keys: {
    id: GeneratedAlways<number>; name: string; prefix: string; key_hash: string; scopes: string[]
    area_code: string | null; created_by: number | null; created_at: Stamped
    expires_at: Timestamp | null; last_used_at: Timestamp | null; revoked_at: Timestamp | null
  }
  idempotency_keys: { key_hash: string; fingerprint: string; result: Json<unknown>; created_at: Stamped }
  event_head: { one: Generated<boolean>; seq: number; hash: string }
  events: {
    seq: number; at: Timestamp; noun: string; verb: string; subject: string; actor: string; public: boolean
    payload: Json<Record<string, unknown>>; prev_hash: string; hash: string
  }
  zones: { id: string; county_code: string; kind: ZoneKind; number: number; created_at: Stamped }
  zone_drafts: {
    zone_id: string; revision: Generated<number>; state: Generated<DraftState>; based_on: number | null
    content: Json<unknown>; geom: Geom; created_by: string; updated_by: string; created_at: Stamped; updated_at: Stamped
    editors: ColumnType<number[], number[] | undefined, number[] | RawBuilder<number[]>>
  }
  zone_versions: {
    zone_id: string; version: number; name: string; name_en: string | null; geom: Geom; definition: Json<unknown>
    rule_pack: string; measures: Json<unknown>; legal_basis: Json<unknown>; reason: string; authority: string
    review_by: Timestamp; earliest_lift: string | null; audience: 'public' | 'internal'; exposure: Json<unknown>
    previous_version: number | null; published_at: Timestamp; published_by: string; hash: string; smallest: Json<unknown> | null
  }
  zone_periods: {
    id: GeneratedAlways<number>; zone_id: string; version: number; valid: Range; recorded: Range
    ended_by: 'superseded' | 'lifted' | null; end_note: Json<unknown> | null
  }
  zone_reviews: {
    id: GeneratedAlways<number>; zone_id: string; lane: 'before' | 'after'; revision: number | null; version: number | null
    hash: string; submitted_at: Timestamp; submitted_by: string; reason: string | null; due_at: Timestamp; barred: number[]
    outcome: 'approved' | 'rejected' | 'withdrawn' | 'confirmed' | 'objected' | null
    decided_at: Timestamp | null; decided_by: string | null; decider: number | null; note: string | null
    approved_hash: string | null
  }
  zone_confirmations: {
    id: GeneratedAlways<number>; zone_id: string; hash: string; findings: string[]; reason: string
    confirmed_at: Timestamp; confirmed_by: string; confirmer: number
  }
  zone_plans: {
    id: GeneratedAlways<number>; zone_id: string; action: 'start' | 'end'; due_at: Timestamp; content: Json<unknown> | null
    geom: ColumnType<string | null, RawBuilder<unknown> | null, RawBuilder<unknown> | null>; based_on: number | null
    editors: number[] | null; decision: Json<unknown> | null; planned_by: string; planned_at: Stamped
    outcome: 'done' | 'cancelled' | 'failed' | null; closed_at: Timestamp | null; closed_by: string | null
    close_note: Json<unknown> | null
  }
  zone_evidence: {
    id: GeneratedAlways<number>; zone_id: string; type: EvidenceType; on_date: string; count: number | null
    expected: number | null; sampled: number | null; negative: number | null; positive: number | null; note: string | null
    corrects: number | null; withdrawn: Generated<boolean>; entered_by: string; entered_at: Stamped
  }
  sites: {
    id: GeneratedAlways<number>; place: string; on_date: string; cases: number; geom: Geom
    version: Generated<number>; source: string | null; source_id: string | null; created_at: Stamped
  }
  checkpoints: {
    id: GeneratedAlways<number>; name: string; name_en: string | null
    tier: 'county' | 'township' | 'village' | 'compound'; state: 'planned' | 'staffed' | 'suspended' | 'withdrawn'
    green_lane: Generated<boolean>; rule_card: Json<unknown>; area_code: string | null; road_id: number | null
    geom: Geom; version: Generated<number>; source: string | null; source_id: string | null; updated_at: Stamped
    kind: Generated<'gate' | 'closure' | 'natural'>; egress: Json<unknown> | null; staffing: Json<unknown> | null
  }
  gate_reports: {
    id: GeneratedAlways<number>; checkpoint_id: number; report_key: string; status: GateStatus; queue: GateQueue; needs: GateNeed[]
    note: string | null; made_at: Timestamp; received_at: Stamped; reported_by: string
  }
  gate_signatures: {
    id: GeneratedAlways<number>; zone_id: string; list_hash: string; ring: Json<unknown>; roads_as_of: string | null
    signed_by: string; signed_at: Stamped
  }
  rings: { zone_id: string; ring: Json<unknown> }
}

/** `tstzrange`, written by an SQL expression. */
type Range = ColumnType<string, RawBuilder<unknown>, RawBuilder<unknown>>

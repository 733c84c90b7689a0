import { Type, type Static } from 'typebox'

/** Strictest first: the order in which a point's zones are listed. */
export const ZONE_KINDS = ['sealed', 'controlled', 'precaution'] as const
export const ZoneKind = Type.Enum([...ZONE_KINDS], { description: 'sealed 封控区, controlled 管控区, precaution 防范区; strictest first' })
export type ZoneKind = Static<typeof ZoneKind>

export const AREA_LEVELS = [
  'province', 'prefecture', 'county', 'township', 'village', 'grid', 'compound', 'natural_village',
] as const
export const AreaLevel = Type.Enum([...AREA_LEVELS])
export type AreaLevel = Static<typeof AreaLevel>

export const PLACE_KINDS = [
  'station', 'school', 'kindergarten', 'market', 'mall', 'care_home', 'hospital', 'designated_hospital', 'clinic',
  'fever_clinic', 'pharmacy', 'worship', 'hotel', 'cold_store', 'construction_site', 'laboratory', 'sampling_point',
  'quarantine_site', 'depot', 'delivery_point', 'toll_gate', 'government', 'food', 'police', 'fire_station',
] as const
export const PlaceKind = Type.Enum([...PLACE_KINDS])
export type PlaceKind = Static<typeof PlaceKind>

export const CHECKPOINT_TIERS = ['county', 'township', 'village', 'compound'] as const
export const CheckpointTier = Type.Enum([...CHECKPOINT_TIERS])
export type CheckpointTier = Static<typeof CheckpointTier>

export const CHECKPOINT_KINDS = ['gate', 'closure', 'natural'] as const
export const CheckpointKind = Type.Enum([...CHECKPOINT_KINDS], { description: 'gate 卡口, closure 硬隔离, natural 天然屏障' })
export type CheckpointKind = Static<typeof CheckpointKind>

export const CHECKPOINT_STATES = ['planned', 'staffed', 'suspended', 'withdrawn'] as const
export const CheckpointState = Type.Enum([...CHECKPOINT_STATES])
export type CheckpointState = Static<typeof CheckpointState>

export const ROLES = [
  'drafter', 'reviewer', 'publisher', 'gate_officer', 'viewer', 'neighbour', 'auditor', 'administrator',
] as const
export const Role = Type.Enum([...ROLES])
export type Role = Static<typeof Role>

export const CRS = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
export const Crs = Type.Enum([...CRS], { description: 'Declared coordinate system of what is sent; converted once' })
export type Crs = Static<typeof Crs>

export const LANGS = ['zh', 'en'] as const
export const Lang = Type.Enum([...LANGS])
export type Lang = Static<typeof Lang>

/** A text in both languages. */
export const Text = Type.Object({ zh: Type.String({ minLength: 1, maxLength: 2000 }), en: Type.String({ minLength: 1, maxLength: 2000 }) })
export type Text = Static<typeof Text>

import { Type, type Static } from 'typebox'
import { AREA_LEVELS, CHECKPOINT_KINDS, CHECKPOINT_STATES, CHECKPOINT_TIERS, CRS, LANGS, PLACE_KINDS, ROLES, ZONE_KINDS } from '../vocabulary.ts'

export const ZoneKind = Type.Enum([...ZONE_KINDS], { description: 'sealed 封控区, controlled 管控区, precaution 防范区; strictest first' })
export type ZoneKind = Static<typeof ZoneKind>

export const AreaLevel = Type.Enum([...AREA_LEVELS])
export type AreaLevel = Static<typeof AreaLevel>

export const PlaceKind = Type.Enum([...PLACE_KINDS])
export type PlaceKind = Static<typeof PlaceKind>

export const CheckpointTier = Type.Enum([...CHECKPOINT_TIERS])
export type CheckpointTier = Static<typeof CheckpointTier>

export const CheckpointKind = Type.Enum([...CHECKPOINT_KINDS], { description: 'gate 卡口, closure 硬隔离, natural 天然屏障' })
export type CheckpointKind = Static<typeof CheckpointKind>

export const CheckpointState = Type.Enum([...CHECKPOINT_STATES])
export type CheckpointState = Static<typeof CheckpointState>

export const Role = Type.Enum([...ROLES])
export type Role = Static<typeof Role>

export const Crs = Type.Enum([...CRS], { description: 'Declared coordinate system of what is sent; converted once' })
export type Crs = Static<typeof Crs>

export const Lang = Type.Enum([...LANGS])
export type Lang = Static<typeof Lang>

/** A text in both languages. */
export const Text = Type.Object({ zh: Type.String({ minLength: 1, maxLength: 2000 }), en: Type.String({ minLength: 1, maxLength: 2000 }) })
export type Text = Static<typeof Text>

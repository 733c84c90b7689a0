import type { AreaLevel } from '#shared/schema/vocabulary.ts'

/** The levels that zones are built from, the smallest first. */
export const UNIT_LEVELS = ['compound', 'natural_village', 'village', 'township'] as const satisfies readonly AreaLevel[]
export type UnitLevel = (typeof UNIT_LEVELS)[number]

import { byStrictness, rankOfKind } from '#shared/zone-index/strictness.ts'
import type { LiveZone } from '../store/live-zones.ts'

/** The order in which zones are listed. */
export const strictestFirst = (a: LiveZone, b: LiveZone): number =>
  byStrictness({ rank: rankOfKind(a.kind), id: a.id }, { rank: rankOfKind(b.kind), id: b.id })

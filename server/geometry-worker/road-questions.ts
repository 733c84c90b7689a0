import type { MultiPolygon } from 'geojson'
import type { Access } from '#shared/roads/access.ts'
import type { Crossing, CrossingAudit } from '#shared/roads/audit.ts'
import type { GatePoint } from '#shared/roads/checkpoint-roads.ts'
import type { CutOff } from '#shared/roads/cut-off.ts'
import type { LeastGatesAsked, LeastGatesFault } from '#shared/roads/least-gates.ts'
import type { Reached, ReachAsked } from '#shared/roads/reach.ts'
import type { SealedGround } from '#shared/roads/sealed-ground.ts'
import type { Compound, Supply } from '#shared/roads/supply.ts'
import type { LngLat } from '#shared/geometry/position.ts'

/** Which closures count: those in place, or those planned too. */
export type Closures = 'in_place' | 'planned'

/** What can be asked about roads; `checkpoints` are all there are, of every state. */
export type RoadQuestion =
  | { ask: 'audit'; area: MultiPolygon; checkpoints: readonly GatePoint[] }
  | { ask: 'surveyed'; area: MultiPolygon; checkpoints: readonly GatePoint[] }
  | { ask: 'least'; area: MultiPolygon; checkpoints: readonly GatePoint[]; asked: LeastGatesAsked }
  | { ask: 'access'; area: MultiPolygon; checkpoints: readonly GatePoint[]; roomsPer10k: number; closures: Closures }
  | { ask: 'newly-cut-off'; checkpoints: readonly GatePoint[]; after: readonly GatePoint[] }
  | { ask: 'supply'; zones: readonly MultiPolygon[]; checkpoints: readonly GatePoint[]; compounds: readonly Compound[]; walkM: number; closures: Closures }
  | { ask: 'reach'; checkpoints: readonly GatePoint[]; asked: Omit<ReachAsked, 'closures'>; closures: Closures }

export type LeastAnswer =
  | ({ ok: true; drawn: Crossing[]; gates: Crossing[] } & SealedGround)
  | { ok: false; reason: LeastGatesFault; at?: LngLat }

/** Buildings in an area, and those of them farther than 100 m from any known road. */
export type Surveyed = { buildings: number; notSurveyed: number }

export type RoadAnswer =
  | { ask: 'audit'; audit: CrossingAudit }
  | { ask: 'surveyed'; surveyed: Surveyed }
  | { ask: 'least'; least: LeastAnswer }
  | { ask: 'access'; access: Access }
  | { ask: 'newly-cut-off'; cutOff: CutOff[] }
  | { ask: 'supply'; supply: Supply }
  | { ask: 'reach'; reached: Reached[] | null }

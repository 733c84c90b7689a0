import type { MultiPolygon, Polygon } from 'geojson'
import type { LngLat } from '../geometry/position.ts'
import { prepareArea } from '../geometry/prepare-area.ts'
import type { GatePoint } from './checkpoint-roads.ts'
import { guardCrossings } from './guard.ts'
import type { RoadGraph } from './graph.ts'
import { mergeCrossings, type MergedCrossing } from './merge-crossings.ts'
import { motorwayRamps } from './motorway-ramps.ts'
import { placeAlong } from './place-along.ts'
import { rawCrossings } from './raw-crossings.ts'
import { MOTORWAY, ROAD_CLASSES, type RoadClass } from './road-class.ts'
import { USE } from './road-use.ts'

/**
 * How a crossing is held: by a staffed gate, a closure in place, or a natural barrier; `planned` is one of them that is not
 * there yet or suspended; `through` is a motorway's main line, which nobody may hold; `open` is what must not be.
 */
export type CrossingState = 'guarded' | 'closed' | 'natural' | 'planned' | 'through' | 'open'

export type Crossing = {
  at: LngLat
  state: CrossingState
  /** The checkpoint that holds it or is planned to. */
  checkpoint: number | null
  roadId: number
  class: RoadClass
  name: string | null
  nameEn: string | null
  ref: string | null
  foot: boolean
  vehicles: boolean
  bridge: boolean
  ferry: boolean
  /** Passages of the road through the edge that this one place stands for. */
  passages: number
  edge: number
  position: number
}

/** `total` leaves motorways' main lines out; `held` is guarded + closed + natural. */
export type RingState = { total: number; held: number; guarded: number; closed: number; natural: number; planned: number; open: number }

export type CrossingAudit = { crossings: Crossing[]; orphans: number[]; ring: RingState }

/**
 * Every place where a road, path, bridge or ferry crosses an area's edge, and who holds it; the orphans are checkpoints
 * near the edge that hold nothing. EPSG:4326, [lng, lat]. Checkpoints that are withdrawn count for nothing.
 */
export function auditCrossings(graph: RoadGraph, area: Polygon | MultiPolygon, checkpoints: readonly GatePoint[]): CrossingAudit {
  const prepared = prepareArea(area)
  const merged = [...mergeCrossings(graph, rawCrossings(graph, prepared)), ...motorwayRamps(graph, prepared).map(once)]
  return describeCrossings(graph, area, merged, checkpoints)
}

/** Places on roads at an area's edge (or at a line round it) with who holds them. */
export function describeCrossings(graph: RoadGraph, area: Polygon | MultiPolygon, places: readonly MergedCrossing[], checkpoints: readonly GatePoint[]): CrossingAudit {
  const { held, orphans } = guardCrossings(graph, places, checkpoints, prepareArea(area))
  const crossings = places.map((crossing, i) => described(graph, crossing, held[i] ?? null))
  return { crossings, orphans, ring: ringOf(crossings) }
}

const once = (crossing: Omit<MergedCrossing, 'passages'>): MergedCrossing => ({ ...crossing, passages: 1 })

function described(graph: RoadGraph, { edge, road, at, passages }: MergedCrossing, checkpoint: GatePoint | null): Crossing {
  const [use, number] = [graph.use[road]!, graph.class[road]!]
  const name = graph.names[graph.name[road]!]!
  return {
    at: placeAlong(graph, at),
    state: number === MOTORWAY ? 'through' : stateOf(checkpoint),
    checkpoint: checkpoint?.id ?? null,
    roadId: graph.id[road]!,
    class: ROAD_CLASSES[number]!,
    ...name,
    foot: (use & USE.foot) !== 0,
    vehicles: (use & (USE.carAlong | USE.carAgainst | USE.emergency)) !== 0,
    bridge: (use & USE.bridge) !== 0,
    ferry: ROAD_CLASSES[number] === 'ferry',
    passages,
    edge,
    position: at,
  }
}

function stateOf(checkpoint: GatePoint | null): CrossingState {
  if (checkpoint === null) return 'open'
  if (checkpoint.kind === 'natural') return 'natural'
  if (checkpoint.state !== 'staffed') return 'planned'
  return checkpoint.kind === 'closure' ? 'closed' : 'guarded'
}

export function ringOf(crossings: readonly Pick<Crossing, 'state'>[]): RingState {
  const of = (...states: CrossingState[]) => crossings.filter(({ state }) => states.includes(state)).length
  return {
    total: crossings.length - of('through'),
    held: of('guarded', 'closed', 'natural'),
    guarded: of('guarded'),
    closed: of('closed'),
    natural: of('natural'),
    planned: of('planned'),
    open: of('open'),
  }
}

import type { MultiPolygon } from 'geojson'
import type { LngLat } from '../geometry/position.ts'
import type { ZoneKind } from '../schema/vocabulary.ts'
import { ZONE_KINDS } from '../vocabulary.ts'
import { edgeMetres } from './edge-metres.ts'

type Bounded = { kind: ZoneKind; geometry: MultiPolygon; bounds: readonly [number, number, number, number] }

/** A checkpoint this near to an edge is meant for it, as in the audit of crossings. Metres. */
const MEANT_M = 150
/** The same in degrees and more, up to 60° of latitude. */
const REACH = 0.003
/** Edges that lie on each other were drawn from several sources. Metres. */
const SAME_EDGE_M = 5

/**
 * The zone whose edge a gate stands at: of the nearest edges that of the strictest zone, for a sealed compound shares its
 * edge with the ring round it; away from all edges the strictest zone of those `covering` it. [lng, lat] in degrees.
 */
export function zoneAtGate<Z extends Bounded>(zones: readonly Z[], covering: readonly Z[], at: Readonly<LngLat>): Z | null {
  const [lng, lat] = at
  const found = zones
    .filter(({ bounds: [west, south, east, north] }) => lng >= west - REACH && lng <= east + REACH && lat >= south - REACH && lat <= north + REACH)
    .map((zone) => ({ zone, metres: edgeMetres(zone.geometry, at) }))
    .filter(({ metres }) => metres <= MEANT_M)
  const nearest = Math.min(...found.map(({ metres }) => metres))
  const candidates = found.filter(({ metres }) => metres <= nearest + SAME_EDGE_M).map(({ zone }) => zone)
  return strictest(candidates) ?? strictest(covering)
}

const strictest = <Z extends Bounded>(zones: readonly Z[]): Z | null =>
  zones.toSorted((a, b) => ZONE_KINDS.indexOf(a.kind) - ZONE_KINDS.indexOf(b.kind))[0] ?? null

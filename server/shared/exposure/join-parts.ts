import Flatbush from 'flatbush'
import type { MultiPolygon, Position } from 'geojson'
import { boundsOf } from '../geometry/bounds.ts'
import { DEFAULT_AREA_LIMITS } from '../geometry/limits.ts'
import type { NamedRing } from '../geometry/ring-table.ts'
import { topologyFaults } from '../geometry/topology-faults.ts'
import { union } from '../geometry/union.ts'

/**
 * The same ground with no part over another, so that nobody in two zones put together is counted twice. A valid area
 * is handed back as it is; parts are compared only where their bounds overlap.
 */
export function joinParts(area: MultiPolygon): MultiPolygon {
  const parts = area.coordinates
  if (parts.length < 2) return area
  const bounds = parts.map((coordinates) => boundsOf({ type: 'Polygon', coordinates }))
  const index = new Flatbush(parts.length)
  for (const box of bounds) index.add(...box)
  index.finish()
  const near = parts.filter((_, i) => index.search(...bounds[i]!).length > 1)
  return near.length > 0 && topologyFaults(near.flatMap(ringsOf), { ...DEFAULT_AREA_LIMITS, maxFaults: 1 }).length > 0
    ? (union([area]) ?? area)
    : area
}

const ringsOf = (rings: Position[][], polygon: number): NamedRing[] =>
  rings.map((ring, number) => ({ polygon, ring: number, positions: ring.map(([x, y]) => [x!, y!]) }))

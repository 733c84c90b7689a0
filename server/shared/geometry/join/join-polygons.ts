import type { MultiPolygon, Position } from 'geojson'
import { signedArea } from '../ring-direction.ts'
import { nestRings } from '../ring-nest.ts'
import { gridSegments } from './grid-segments.ts'
import { halfEdges } from './half-edges.ts'
import { nodeSegments } from './node-segments.ts'
import { traceRings } from './trace-rings.ts'
import { leftWindings } from './windings.ts'

/**
 * Polygons that may overlap as ground that does not, on the stored grid of 10⁻⁷ degrees, EPSG:4326; as PostGIS joins them
 * on that grid, to two of its steps.
 */
export function joinPolygons(polygons: readonly Position[][][]): MultiPolygon {
  const arrangement = nodeSegments(gridSegments(polygons))
  const halves = halfEdges(arrangement)
  const left = leftWindings(arrangement, halves)
  const rings = traceRings(arrangement, halves, Uint8Array.from(left, (winding, half) => (winding > 0 && left[half ^ 1] === 0 ? 1 : 0)))
  const isShell = (ring: Position[]) => signedArea(ring) > 0
  const [shells, holes] = [rings.filter(isShell), rings.filter((ring) => !isShell(ring))]
  return { type: 'MultiPolygon', coordinates: shells.length === 1 ? [[...shells, ...holes]] : nestRings(shells, holes) }
}

import type { MultiPolygon } from 'geojson'
import { roundDegrees } from '#shared/geometry/rounding.ts'
import { seededRandom } from '../random.ts'
import { ORIGIN, SIDE, STEP } from './reference-figures.ts'

const CORNERS = 200

/** How far in the corners of an outline lie at most, in parts of its radius: as one draws round quarters, or spikes. */
export const OUTLINES = { drawn: 0.2, spiked: 0.6 } as const

/**
 * Polygons of 200 corners in the middle of the reference ground that cover about so many cells; each is the one before
 * with one corner moved, as while drawing.
 */
export function movedAreas(cells: number, outline: keyof typeof OUTLINES, count: number): MultiPolygon[] {
  const random = seededRandom(cells)
  const depth = OUTLINES[outline]
  const meanSquare = 1 - depth + (depth * depth) / 3
  const radius = Math.sqrt(cells / Math.PI / meanSquare) * STEP
  const corner = (i: number): [number, number] => {
    const angle = ((i + 0.8 * random()) / CORNERS) * 2 * Math.PI
    const reach = radius * (1 - depth * random())
    const middle = (SIDE / 2 + 0.3) * STEP
    const [x, y] = [middle + reach * Math.cos(angle), middle + reach * Math.sin(angle)]
    return [roundDegrees(ORIGIN[0] + x), roundDegrees(ORIGIN[1] + y)]
  }
  const corners = Array.from({ length: CORNERS }, (_, i) => corner(i))
  return Array.from({ length: count }, () => {
    const moved = Math.floor(random() * CORNERS)
    corners[moved] = corner(moved)
    return { type: 'MultiPolygon', coordinates: [[[...corners, corners[0]!]]] }
  })
}

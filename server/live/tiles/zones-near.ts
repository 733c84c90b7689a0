import Flatbush from 'flatbush'
import { DRAWING_ZOOM, EXTENT, type TileId } from './mercator.ts'
import type { ZoneDrawing } from './zone-drawing.ts'

/** The places in the list of the drawings whose box is within `reach` units of a tile, in the list's order. */
export type ZonesNear = (tile: TileId, reach: number) => Uint32Array

export function createZonesNear(drawings: readonly ZoneDrawing[]): ZonesNear {
  if (drawings.length === 0) return () => new Uint32Array()
  const index = new Flatbush(drawings.length, 16, Int32Array)
  for (const { box } of drawings) index.add(...box)
  index.finish()
  return ({ z, x, y }, reach) => {
    const unit = 2 ** (DRAWING_ZOOM - z)
    const [west, north] = [(x * EXTENT - reach) * unit, (y * EXTENT - reach) * unit]
    const side = (EXTENT + 2 * reach) * unit
    // numbers in an array of their own are sorted without a call for each two of them
    return Uint32Array.from(index.search(west, north, west + side, north + side)).sort()
  }
}

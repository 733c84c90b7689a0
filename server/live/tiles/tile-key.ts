import { mercatorX, mercatorY, EXTENT, type TileId } from './mercator.ts'

/** A tile as one number, so that thousands of kept ones are gone through quickly; zooms 0–16. */
export const toKey = ({ z, x, y }: TileId): number => (z * 2 ** 16 + x) * 2 ** 16 + y

export function fromKey(key: number): TileId {
  const rest = Math.floor(key / 2 ** 16)
  return { z: Math.floor(rest / 2 ** 16), x: rest % 2 ** 16, y: key % 2 ** 16 }
}

/** Whether a tile, with `reach` of its units beyond each side, meets any of the [west, south, east, north] in degrees. */
export function tilesMeeting(
  bounds: readonly (readonly [number, number, number, number])[],
  reach: number,
): (key: number) => boolean {
  const boxes = bounds.map(([west, south, east, north]) => [mercatorX(west), mercatorY(north), mercatorX(east), mercatorY(south)] as const)
  const more = reach / EXTENT
  return (key) => {
    const { z, x, y } = fromKey(key)
    const side = 2 ** z
    return boxes.some(
      ([west, north, east, south]) =>
        west * side <= x + 1 + more && east * side >= x - more && north * side <= y + 1 + more && south * side >= y - more,
    )
  }
}

/** Units along one side of a tile. */
export const EXTENT = 4096
/** Units drawn beyond each side, so that lines and patterns meet across tiles. */
export const BUFFER = 64

/** The greatest zoom; what is drawn at all zooms is kept in its units, 0.15 m at the equator. */
export const DRAWING_ZOOM = 16

export type TileId = { z: number; x: number; y: number }

/** Degrees to the unit square of Web Mercator, y downward (OGC WebMercatorQuad); latitudes past ±85.0511° are at its edge. */
export const mercatorX = (lng: number): number => lng / 360 + 0.5
export function mercatorY(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI
  return y < 0 ? 0 : y > 1 ? 1 : y
}

const lngOf = (x: number) => (x - 0.5) * 360
const latOf = (y: number) => (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90

/** [west, south, east, north] in degrees of a tile with `units` beyond each side. */
export function tileBounds({ z, x, y }: TileId, units = BUFFER): [number, number, number, number] {
  const side = 2 ** z
  const more = units / EXTENT
  return [
    lngOf(Math.max(0, (x - more) / side)),
    latOf(Math.min(1, (y + 1 + more) / side)),
    lngOf(Math.min(1, (x + 1 + more) / side)),
    latOf(Math.max(0, (y - more) / side)),
  ]
}

/** Degrees of longitude that one unit of a tile spans. */
export const unitDegrees = (z: number): number => 360 / (2 ** z * EXTENT)

/** A position as whole tile units. */
export function toTileUnits({ z, x, y }: TileId, lng: number, lat: number): [number, number] {
  const side = 2 ** z
  return [(mercatorX(lng) * side - x) * EXTENT, (mercatorY(lat) * side - y) * EXTENT]
}

/** Whether there is such a tile. */
export const isTile = ({ z, x, y }: TileId, maxZoom: number): boolean =>
  z >= 0 && z <= maxZoom && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z

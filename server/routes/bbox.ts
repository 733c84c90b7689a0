import { Invalid } from '../domain/errors.ts'

/**
 * `west,south,east,north` as numbers (degrees, EPSG:4326).
 * @throws Invalid bad_bbox where the corners are out of range or in the wrong order
 */
export function parseBbox(text: string): [number, number, number, number] {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = text.split(',').map(Number)
  const usable = west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90
  if (!usable) throw new Invalid('bad_bbox', { bbox: text })
  return [west, south, east, north]
}

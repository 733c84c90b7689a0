import type { PackedArea } from '#shared/geometry/flat-area.ts'

const POLYGON = 3
const MULTI_POLYGON = 6

/** An area as little-endian well-known binary (OGC 06-103r4): PostGIS reads it in a fraction of the time of its GeoJSON. */
export function writeWkb({ type, coordinates, ringEnds, partEnds }: PackedArea): Buffer {
  const isMulti = type === 'MultiPolygon'
  const bytes = Buffer.allocUnsafe((isMulti ? 9 : 0) + 9 * partEnds.length + 4 * ringEnds.length + 8 * coordinates.length)
  let at = 0
  const count = (n: number) => void (at = bytes.writeUInt32LE(n, at))
  const begin = (shape: number, parts: number) => {
    at = bytes.writeUInt8(1, at)
    count(shape)
    count(parts)
  }
  if (isMulti) begin(MULTI_POLYGON, partEnds.length)
  let [ring, position] = [0, 0]
  for (const partEnd of partEnds) {
    begin(POLYGON, partEnd - ring)
    for (; ring < partEnd; ring++) {
      const end = ringEnds[ring]!
      count(end - position)
      for (; position < end; position++) {
        at = bytes.writeDoubleLE(coordinates[2 * position]!, at)
        at = bytes.writeDoubleLE(coordinates[2 * position + 1]!, at)
      }
    }
  }
  return bytes
}

import { createHash } from 'node:crypto'
import type { ImportRecord } from '../record.ts'

/**
 * An extract that holds no county whole still has to be worked with: zones need a county to be numbered in, and checks
 * a district to be answered for. Its bounding box then stands in as one, and says in its name that it is no boundary.
 * `bounds` is [west, south, east, north] in degrees. The code is 98, four digits from the box, and six zeros.
 */
export function extentRecord(bounds: readonly [number, number, number, number], name: string): ImportRecord {
  const [west, south, east, north] = bounds
  const box = bounds.join(',')
  const digits = createHash('sha256').update(box).digest().readUInt32BE(0) % 10_000
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return {
    noun: 'areas',
    number: 0,
    sourceId: `extent:${box}`,
    geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    fields: {
      code: `98${String(digits).padStart(4, '0')}000000`,
      level: 'county',
      parent_code: null,
      name: `${name}（数据范围，非行政界）`,
      name_en: `${name} (extent of the data, not a boundary)`,
    },
  }
}

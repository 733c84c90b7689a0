import { describe, expect, it } from 'vitest'
import { packArea } from '#shared/geometry/flat-area.ts'
import { readWkb } from '../../server/store/read-wkb.ts'
import { writeWkb } from '../../server/store/write-wkb.ts'
import { square } from './geometry/random.ts'

describe('writeWkb', () => {
  const parts = [[square(109, 34, 1), square(109.25, 34.25, 0.1), square(109.5, 34.5, 0.1)], [square(-112.1234567, -1e-7, 0.5)]]

  it('writes the rings of a multipolygon, part by part', () => {
    const written = readWkb(writeWkb(packArea({ type: 'MultiPolygon', coordinates: parts })!))
    expect(written).toEqual(parts.map((paths) => ({ type: 3, paths })))
  })

  it('writes a polygon as one', () => {
    const bytes = writeWkb(packArea({ type: 'Polygon', coordinates: parts[0] })!)
    expect(bytes.readUInt32LE(1)).toBe(3)
    expect(readWkb(bytes)).toEqual([{ type: 3, paths: parts[0] }])
  })
})

import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { EXTENT, mercatorX, mercatorY } from '../../../server/live/tiles/mercator.ts'
import { createZoneTiler } from '../../../server/live/tiles/zone-tile.ts'
import { zoneAt } from './live-zone-fixture.ts'

const tileAt = (lng: number, lat: number, z: number) => ({
  z,
  x: Math.floor(mercatorX(lng) * 2 ** z),
  y: Math.floor(mercatorY(lat) * 2 ** z),
})
const zoneTile = createZoneTiler()
const decode = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes))

describe('zoneTile', () => {
  it('marks every zone exactly once at every zoom, however small it is', () => {
    const places = fc.uniqueArray(
      fc.tuple(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 18, max: 54, noNaN: true })),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 14 }), (at, z) => {
        const zones = at.map((place, i) => zoneAt(`z${i}`, 'sealed', place, 0.001))
        const tiles = new Map(
          zones.map(({ labelAt: [lng, lat] }) => tileAt(lng, lat, z)).map((tile) => [JSON.stringify(tile), tile]),
        )
        const marks = [...tiles.values()].flatMap((tile) => {
          const layer = decode(zoneTile(zones, tile)).layers['zone_points']!
          return Array.from({ length: layer.length }, (_, i) => String(layer.feature(i).properties['id']))
        })
        expect(marks.sort()).toEqual(zones.map(({ id }) => id).sort())
      }),
      { seed: 7, numRuns: 40 },
    )
  })

  it('draws the same edge in neighbouring tiles, and nothing far away', () => {
    const z = 12
    const left = tileAt(109.5, 34.5, z)
    const edge = ((left.x + 1) / 2 ** z - 0.5) * 360
    const zone = zoneAt('z', 'controlled', [edge, 34.5], 0.02)
    const extent = (x: number) => {
      const feature = decode(zoneTile([zone], { ...left, x })).layers['zones']!.feature(0)
      return feature.bbox()
    }
    const [a, b] = [extent(left.x), extent(left.x + 1)]
    expect(a[2]).toBe(EXTENT + 128) // cut at its margin
    expect(b[0]).toBe(-128)
    expect([a[1], a[3]]).toEqual([b[1], b[3]])
    expect(zoneTile([zone], { ...left, x: left.x + 5 })).toHaveLength(0)
  })

  it('keeps a hole open and draws the strictest last', () => {
    const hole = zoneAt('hole', 'sealed', [109.5, 34.5], 0.01)
    const ring = zoneAt('ring', 'controlled', [109.5, 34.5], 0.03)
    ring.geometry.coordinates[0]!.push([...hole.geometry.coordinates[0]![0]!].reverse())
    const layer = decode(zoneTile([hole, ring], tileAt(109.5, 34.5, 10))).layers['zones']!
    expect([layer.feature(0).properties['id'], layer.feature(1).properties['id']]).toEqual(['ring', 'hole'])
    expect(layer.feature(0).loadGeometry()).toHaveLength(2)
  })
})

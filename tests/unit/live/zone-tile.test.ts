import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { EXTENT, mercatorX, mercatorY } from '../../../server/live/tiles/mercator.ts'
import { fromKey, toKey } from '../../../server/live/tiles/tile-key.ts'
import { createZoneTiler } from '../../../server/live/tiles/zone-tile.ts'
import { liveZones } from '../../bench/tiles/live-zones.ts'
import { zoneAt } from './live-zone-fixture.ts'

const tileAt = (lng: number, lat: number, z: number) => ({
  z,
  x: Math.floor(mercatorX(lng) * 2 ** z),
  y: Math.floor(mercatorY(lat) * 2 ** z),
})
const zoneTile = createZoneTiler().tile
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

  it.each(['box', 'country'] as const)('lets none of 10,000 zones vanish at zoom 6, nor their marks (%s)', (extent) => {
    const zones = liveZones(10_000, extent)
    const z = 6
    const meeting = new Map<number, Set<string>>() // by a vertex that lies in the tile
    for (const zone of zones) {
      for (const [lng, lat] of zone.geometry.coordinates[0]![0]!) {
        const key = toKey(tileAt(lng!, lat!, z))
        meeting.set(key, (meeting.get(key) ?? new Set()).add(zone.id))
      }
    }
    let marks = 0
    for (const [key, wanted] of meeting) {
      const { layers } = decode(zoneTile(zones, fromKey(key)))
      const drawn = Array.from({ length: layers['zones']!.length }, (_, i) => layers['zones']!.feature(i))
      const ids = new Set(drawn.map((feature) => String(feature.properties['id'])))
      expect(ids.size).toBe(drawn.length)
      expect([...wanted].filter((id) => !ids.has(id))).toEqual([])
      for (const feature of drawn) expect(widest(feature.bbox())).toBeGreaterThanOrEqual(3)
      marks += layers['zone_points']?.length ?? 0
    }
    expect(marks).toBe(zones.length)
  })

  it('draws every vertex at the greatest zoom', () => {
    const zone = zoneAt('z', 'sealed', [109.5, 34.5], 0.0003)
    const { x, y } = tileAt(109.5, 34.5, 16)
    const feature = decode(zoneTile([zone], { z: 16, x, y })).layers['zones']!.feature(0)
    const geometry = feature.toGeoJSON(x, y, 16).geometry
    const [west, south, east, north] = zone.bounds
    const ring = geometry.type === 'Polygon' ? geometry.coordinates[0]! : []
    expect(ring).toHaveLength(5)
    const lngs = ring.map(([lng]) => lng!)
    const lats = ring.map(([, lat]) => lat!)
    const sides = [
      [Math.min(...lngs), west],
      [Math.max(...lngs), east],
      [Math.min(...lats), south],
      [Math.max(...lats), north],
    ]
    for (const [a, b] of sides) {
      expect(Math.abs(a! - b!)).toBeLessThan(1.4e-6)
    }
  })

  it('keeps a narrow zone, and the parts of one that are too small for a shape', () => {
    const narrow = zoneAt('narrow', 'sealed', [109.5, 34.5], 0.001)
    narrow.geometry.coordinates[0]![0] = [[109.4, 34.4], [109.6, 34.6], [109.6001, 34.6], [109.4, 34.4]]
    const near = tileAt(109.5, 34.5, 9)
    const bounds = [109.4, 34.4, 109.6001, 34.6] as const
    expect(decode(zoneTile([{ ...narrow, bounds }], near)).layers['zones']!.length).toBe(1)
    const far = zoneAt('far', 'sealed', [109.5, 34.5], 0.0001)
    far.geometry.coordinates.push(zoneAt('b', 'sealed', [109.6, 34.5], 0.0001).geometry.coordinates[0]!)
    const two = decode(zoneTile([{ ...far, bounds: [109.4999, 34.4999, 109.6001, 34.5001] }], tileAt(109.55, 34.5, 8)))
    expect(two.layers['zones']!.feature(0).loadGeometry()).toHaveLength(2)
  })
})

const widest = ([west, north, east, south]: number[]) => Math.max(east! - west!, south! - north!)

import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/random.ts'
import { REFERENCE_EXTENTS, referenceZones } from '../../bench/reference-zones.ts'
import { adversarialPoints } from './adversarial-points.ts'

// All zones moved onto a narrow band along a parallel, so that the index has many columns and few rows.
function onABand(zones: IndexedZone[]): IndexedZone[] {
  return zones.map((zone) => ({
    ...zone,
    geometry: {
      type: 'MultiPolygon',
      coordinates: zone.geometry.coordinates.map((polygon) =>
        polygon.map((ring) => ring.map(([x, y]) => [x!, 30 + (y! - 30) / 100]))),
    },
  }))
}

describe('batch', () => {
  const country = referenceZones(1500, 'country')
  it.each([
    ['a country', country, 540_000], // more than are sorted at once
    ['a band', onABand(country), 80_000],
    ['a box', referenceZones(1500, 'box'), 80_000],
    ['one zone', country.slice(0, 1), 80_000],
    ['no zone', [], 80_000],
  ])('answers points over %s as single look-ups do', (_, zones, count) => {
    const random = seededRandom(7)
    const index = createZoneIndex(zones)
    index.apply({ put: [{ ...country[1]!, id: 'elsewhere', geometry: elsewhere }] })
    const [west, south, east, north] = REFERENCE_EXTENTS.country
    const points = adversarialPoints(random, [...zones, { ...country[1]!, geometry: elsewhere }], count)
    for (let i = 0; i < points.length; i += 8) {
      points[i] = west + random() * (east - west)
      points[i + 1] = south + random() * (north - south)
    }
    points.set([Number.NaN, 30, 200, 30, Infinity, -Infinity])
    const slots = index.batch(points)
    const wrong: number[] = []
    for (let i = 0; i < slots.length; i++) {
      const id = slots[i]! < 0 ? null : index.idOf(slots[i]!)
      if (id !== index.strictestAt(points[2 * i]!, points[2 * i + 1]!)) wrong.push(i)
    }
    expect(wrong).toEqual([])
    expect(slots.filter((slot) => slot >= 0).length).toBeGreaterThan(8000)
    expect([...slots.subarray(0, 3)]).toEqual([-1, -1, -1])
  })
})

const elsewhere: IndexedZone['geometry'] = {
  type: 'MultiPolygon',
  coordinates: [[[[-60, -20], [-59, -20], [-59, -19], [-60, -20]]]],
}

import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/random.ts'
import { referenceZones } from '../../bench/reference-zones.ts'
import { adversarialZones } from './adversarial-zones.ts'

describe('strictestAt', () => {
  // `at` tests zones exactly, `strictestAt` goes through the cells: two ways to one answer.
  it.each([
    ['adversarial', adversarialZones(seededRandom(5), [109.5, 34.5])],
    ['reference', referenceZones(3000, 'box')],
  ])('agrees with at on 200,000 points in and round %s zones', (_, zones) => {
    const random = seededRandom(6)
    const index = createZoneIndex(zones)
    const rings = zones.map((zone) => zone.geometry.coordinates[0]![0]!)
    const wrong: string[] = []
    for (let i = 0; i < 200_000; i++) {
      const ring = rings[Math.floor(random() * rings.length)]!
      const [a, b] = [ring[Math.floor(random() * ring.length)]!, ring[Math.floor(random() * ring.length)]!]
      const share = 1.5 * random() - 0.25
      const x = a[0]! + share * (b[0]! - a[0]!) + 1e-4 * (random() - 0.5)
      const y = a[1]! + share * (b[1]! - a[1]!) + 1e-4 * (random() - 0.5)
      const [strictest = null] = index.at(x, y)
      if (strictest !== index.strictestAt(x, y)) wrong.push(`${x} ${y}: ${strictest}, ${index.strictestAt(x, y)}`)
    }
    expect(wrong).toEqual([])
  })
})

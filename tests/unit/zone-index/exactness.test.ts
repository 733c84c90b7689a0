import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/random.ts'
import { adversarialPoints } from './adversarial-points.ts'
import { adversarialZones } from './adversarial-zones.ts'
import { createReferee } from './exact-referee.ts'

const PLACES = [[109.5, 34.5], [-0.1, -0.1], [-179.4, 88.4], [2 ** -30, -(2 ** -30)]] as const

describe('the zone index and exact rational arithmetic', () => {
  it.each(PLACES)('agree on 25,000 adversarial points round %d, %d', (lng, lat) => {
    const random = seededRandom(Math.round(lng * 1000))
    const zones = adversarialZones(random, [lng, lat])
    const index = createZoneIndex(zones)
    const referee = createReferee(zones)
    const points = adversarialPoints(random, zones, 25_000)
    const slots = index.batch(points)
    const wrong: string[] = []
    let covered = 0
    for (let i = 0; i < slots.length; i++) {
      const [x, y] = [points[2 * i]!, points[2 * i + 1]!]
      const expected = referee(x, y)
      const strictest = expected[0] ?? null
      if (strictest) covered++
      const found = index.at(x, y)
      const batched = slots[i]! < 0 ? null : index.idOf(slots[i]!)
      if (found.join() !== expected.join() || index.strictestAt(x, y) !== strictest || batched !== strictest) {
        wrong.push(`${x} ${y}: ${expected} but at ${found}, strictestAt ${index.strictestAt(x, y)}, batch ${batched}`)
      }
    }
    expect(wrong).toEqual([])
    expect(covered).toBeGreaterThan(5_000)
  })
})

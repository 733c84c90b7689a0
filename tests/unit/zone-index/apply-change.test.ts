import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/random.ts'
import { referenceZones } from '../../bench/reference-zones.ts'
import { adversarialPoints } from './adversarial-points.ts'
import { adversarialZones } from './adversarial-zones.ts'
import { createReferee } from './exact-referee.ts'

// Two places, so that zones fall inside the box the index was first fitted to, outside it and across its border.
const POOL = [
  ...adversarialZones(seededRandom(1), [109.5, 34.5]),
  ...adversarialZones(seededRandom(2), [109.65, 34.6]),
  ...adversarialZones(seededRandom(3), [-60, -20]),
].map((zone, i): IndexedZone => ({ ...zone, id: `z${i}` }))
const POINTS = adversarialPoints(seededRandom(4), POOL, 400)

const someZones = fc.uniqueArray(fc.nat(POOL.length - 1), { maxLength: 12 })
const changes = fc.array(fc.record({ put: someZones, remove: someZones, shift: fc.nat(3) }), { maxLength: 12 })

describe('apply', () => {
  it('leaves the index as if it had been created from the zones now in force', () => {
    fc.assert(
      fc.property(someZones, changes, (first, steps) => {
        const inForce = new Map(first.map((i) => [POOL[i]!.id, POOL[i]!]))
        const index = createZoneIndex(inForce.values())
        index.batch(POINTS)
        for (const { put, remove, shift } of steps) {
          // A zone may come back with another's geometry: a changed zone.
          const zones = put.map((i) => ({ ...POOL[(i + shift) % POOL.length]!, id: POOL[i]!.id }))
          for (const i of remove) inForce.delete(POOL[i]!.id)
          for (const zone of zones) inForce.set(zone.id, zone)
          index.apply({ put: zones, remove: remove.map((i) => POOL[i]!.id) })
          // Cells that were refined before the next change, and others that were not.
          index.batch(POINTS.subarray(0, shift * 200))
        }
        const referee = createReferee([...inForce.values()])
        const slots = index.batch(POINTS)
        for (let i = 0; i < slots.length; i++) {
          const [x, y] = [POINTS[2 * i]!, POINTS[2 * i + 1]!]
          const expected = referee(x, y)
          expect(index.at(x, y)).toEqual(expected)
          expect(slots[i]! < 0 ? undefined : index.idOf(slots[i]!)).toBe(expected[0])
        }
        expect(index.stats().zones).toBe(inForce.size)
      }),
      { seed: 20261121, numRuns: 60 },
    )
  })

  it('lets a zone under a lifted one show again, where both cover many cells wholly', () => {
    const small = referenceZones(500, 'box').filter((zone) => zone.kind === 'sealed')
    const wide = (id: string, kind: IndexedZone['kind']): IndexedZone => {
      const ring = [[108, 33], [111, 33], [111, 36], [108, 36], [108, 33]]
      return { id, kind, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } }
    }
    const index = createZoneIndex([...small, wide('under', 'precaution')])
    const asked = adversarialPoints(seededRandom(5), small, 2000).map((value, i) => value + (i % 3) / 50)
    for (const steps of [[wide('over', 'controlled')], [], [wide('under', 'controlled')]]) {
      index.apply({ remove: ['over'], put: steps })
      const referee = createReferee([...small, ...(steps[0]?.id === 'under' ? [] : [wide('under', 'precaution')]), ...steps])
      for (let i = 0; i < asked.length; i += 2) {
        const expected = referee(asked[i]!, asked[i + 1]!)
        expect(index.at(asked[i]!, asked[i + 1]!)).toEqual(expected)
        expect(index.strictestAt(asked[i]!, asked[i + 1]!)).toBe(expected[0] ?? null)
      }
    }
  })

  it('uses room again: a thousand changes do not grow the index', () => {
    const zones = referenceZones(400, 'box')
    const index = createZoneIndex(zones)
    const before = index.stats()
    const asked = adversarialPoints(seededRandom(6), zones, 500)
    for (let i = 0; i < 1000; i++) {
      const zone = zones[(i * 7) % zones.length]!
      if (i % 2 === 0) index.apply({ remove: [zone.id] })
      index.apply({ put: [zone] })
      index.batch(asked)
    }
    const after = index.stats()
    expect(after.vertices).toBe(before.vertices)
    expect(after.indexBytes).toBeLessThan(1.5 * before.indexBytes)
  })
})

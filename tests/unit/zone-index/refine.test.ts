import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/random.ts'
import { referenceZones } from '../../bench/reference-zones.ts'
import { adversarialPoints } from './adversarial-points.ts'

const ZONES = referenceZones(200, 'box')
const POINTS = adversarialPoints(seededRandom(6), ZONES, 4_000)
const FAR: IndexedZone = { id: 'far', kind: 'sealed', geometry: { type: 'MultiPolygon', coordinates: [[[[-60, -20], [-59, -20], [-60, -19], [-60, -20]]]] } }

describe('refine', () => {
  it('builds what look-ups would, so that they find nothing left to build', () => {
    const [index, lazy] = [createZoneIndex(ZONES), createZoneIndex(ZONES)]
    let turns = 1
    while (index.refine(10)) turns += 1
    expect(turns).toBeGreaterThan(10)
    const { indexBytes } = index.stats()
    expect(index.batch(POINTS)).toEqual(lazy.batch(POINTS))
    expect(index.stats().indexBytes).toBe(indexBytes)
  })

  it('has just the cells left that a change reached, in the world around as well', () => {
    const index = createZoneIndex(ZONES)
    while (index.refine(1_000));
    index.apply({ put: [{ ...ZONES[0]!, id: 'new' }, FAR] })
    expect(index.refine(1)).toBe(true)
    expect(index.refine(1_000)).toBe(false)
    const fresh = createZoneIndex([...ZONES, { ...ZONES[0]!, id: 'new' }, FAR])
    for (let i = 0; i < POINTS.length; i += 2) expect(index.at(POINTS[i]!, POINTS[i + 1]!)).toEqual(fresh.at(POINTS[i]!, POINTS[i + 1]!))
    expect(index.slotsAt(-59.9, -19.9).map(index.idOf)).toEqual(['far'])
  })
})

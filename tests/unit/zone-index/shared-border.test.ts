import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import { expect, it } from 'vitest'
import { createReferee } from './exact-referee.ts'

const [WEST, SOUTH, EAST, NORTH] = [109.51, 34.5, 109.52, 34.51]
const RING = [[WEST, SOUTH], [EAST, SOUTH], [EAST, NORTH], [WEST, NORTH], [WEST, SOUTH]]
const same = Array.from({ length: 48 }, (_, n): IndexedZone => (
  { id: `z${n}`, kind: n % 2 === 0 ? 'sealed' : 'controlled', geometry: { type: 'MultiPolygon', coordinates: [[RING]] } }))

// split down to the last level along the border they took 21 MB, and 64 of them 214 MB and seconds
it('answers exactly round dozens of zones with one border, in a space of their size', () => {
  const index = createZoneIndex(same)
  const covering = createReferee(same)
  for (let i = -2; i <= 22; i++) {
    for (const [lng, lat] of [[WEST + i * 5e-4, SOUTH], [WEST, SOUTH + i * 5e-4], [EAST + 1e-12, SOUTH + i * 5e-4], [WEST + i * 5e-4, SOUTH + i * 4.9e-4]]) {
      const expected = covering(lng!, lat!)
      expect(index.at(lng!, lat!), `${lng},${lat}`).toEqual(expected)
      expect(index.strictestAt(lng!, lat!)).toBe(expected[0] ?? null)
    }
  }
  const { indexBytes, coordinateBytes } = index.stats()
  expect(indexBytes).toBeLessThan(150 * coordinateBytes)
})

import { describe, expect, it } from 'vitest'
import { createPicture } from '../../../server/live/picture.ts'
import type { LiveZone } from '../../../server/store/live-zones.ts'
import { zoneAt } from './live-zone-fixture.ts'

const all = (...zones: LiveZone[]) => ({ seq: 1, events: [], named: null, zones, checkpoints: [] })
const some = (named: string[], ...zones: LiveZone[]) => ({
  seq: 2,
  events: [],
  named: new Set(named),
  zones,
  checkpoints: null,
})
const HERE: [number, number] = [109.5, 34.5]

describe('the picture', () => {
  it('lists and finds the strictest first, internal ones for those who may see them', () => {
    const picture = createPicture()
    picture.apply(
      all(
        zoneAt('p', 'precaution', HERE, 0.1),
        zoneAt('s', 'sealed', HERE, 0.01),
        zoneAt('c', 'controlled', HERE, 0.05, { audience: 'internal' }),
      ),
    )
    expect(picture.zones('all').map(({ id }) => id)).toEqual(['s', 'c', 'p'])
    expect(picture.zonesAt(...HERE, 'all').map(({ id }) => id)).toEqual(['s', 'c', 'p'])
    expect(picture.zonesAt(...HERE, 'public').map(({ id }) => id)).toEqual(['s', 'p'])
    expect([picture.zone('c', 'public'), picture.zone('c', 'all')?.id]).toEqual([undefined, 'c'])
  })

  it('changes only what was named, and tells what it was before', () => {
    const picture = createPicture()
    picture.apply(all(zoneAt('a', 'sealed', HERE, 0.01), zoneAt('b', 'sealed', [110, 35], 0.01)))
    const unchanged = picture.zones('public')
    expect(picture.apply(some([]))).toEqual([])
    expect(picture.zones('public')).toBe(unchanged)
    const steps = picture.apply(some(['a', 'n'], zoneAt('n', 'controlled', HERE, 0.02)))
    expect(steps.map(({ before, after }) => [before?.id, after?.id])).toEqual([
      ['a', undefined],
      [undefined, 'n'],
    ])
    expect(picture.zones('public').map(({ id }) => id)).toEqual(['b', 'n'])
    expect(picture.zonesAt(...HERE, 'public').map(({ id }) => id)).toEqual(['n'])
  })

  it('finds the zone that took the place of a lifted one, and not the lifted one', () => {
    const picture = createPicture()
    picture.apply(all(zoneAt('a', 'sealed', HERE, 0.01)))
    expect(picture.zonesAt(...HERE, 'public').map(({ id }) => id)).toEqual(['a'])
    picture.apply(some(['a', 'b'], zoneAt('b', 'sealed', HERE, 0.01)))
    expect(picture.zonesAt(...HERE, 'public').map(({ id }) => id)).toEqual(['b'])
  })

  it('has more to refine after a change, until it has done so, in both indexes', () => {
    const picture = createPicture()
    for (const audience of ['public', 'internal'] as const) {
      const zones = Array.from({ length: 100 }, (_, i) => zoneAt(`${audience}${i}`, 'sealed', [109 + (i % 10) / 4, 34 + i / 40], 0.05, { audience }))
      picture.apply(some(zones.map(({ id }) => id), ...zones))
      let turns = 0
      while (picture.refine()) turns += 1
      expect(turns).toBeGreaterThan(1)
      expect(picture.refine()).toBe(false)
    }
  })

  it('takes a zone from the public index when it becomes internal', () => {
    const picture = createPicture()
    picture.apply(all(zoneAt('a', 'sealed', HERE, 0.01)))
    picture.apply(some(['a'], zoneAt('a', 'sealed', HERE, 0.01, { version: 2, audience: 'internal' })))
    expect(picture.zonesAt(...HERE, 'public')).toEqual([])
    expect(picture.zonesAt(...HERE, 'all').map(({ version }) => version)).toEqual([2])
  })

  it('forgets what a whole reading no longer holds', () => {
    const picture = createPicture()
    picture.apply(all(zoneAt('a', 'sealed', HERE, 0.01)))
    expect(picture.apply(all(zoneAt('b', 'sealed', HERE, 0.01)))).toHaveLength(2)
    expect(picture.zones('all').map(({ id }) => id)).toEqual(['b'])
  })
})

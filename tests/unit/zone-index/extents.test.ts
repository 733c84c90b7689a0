import { allocate, createExtents, release } from '#shared/zone-index/extents.ts'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/random.ts'

describe('extents', () => {
  it('never gives a stretch twice, and uses freed ones again', () => {
    const random = seededRandom(9)
    const extents = createExtents()
    const used = new Map<number, number>()
    let total = 0
    for (let i = 0; i < 2000; i++) {
      if (used.size > 20) {
        const [start, size] = [...used][Math.floor(random() * used.size)]!
        used.delete(start)
        release(extents, start, size)
      }
      const size = 1 + Math.floor(random() ** 3 * 2000)
      const start = allocate(extents, size)
      const shared = [...used].filter(([other, length]) => start + size > other && other + length > start)
      expect(shared).toEqual([])
      used.set(start, size)
      total += size
      expect(start + size).toBeLessThanOrEqual(extents.end)
    }
    expect(extents.end).toBeLessThan(total / 4)
  })
})

import { describe, expect, it } from 'vitest'
import type { GroundShapes } from '../../../server/live/tiles/ground/ground-shapes.ts'
import { shapeLayer } from '../../../server/live/tiles/ground/ground-shapes.ts'
import { keptShapes } from '../../../server/live/tiles/ground/kept-shapes.ts'
import { createShapeColumns } from '../../../server/live/tiles/ground/shape-columns.ts'
import { createTagSets } from '../../../server/live/tiles/ground/tag-sets.ts'

const empty = () => shapeLayer(createShapeColumns(), createTagSets())
const shapes = (): GroundShapes => ({ farRoads: empty(), roads: empty(), buildings: empty() })
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('keptShapes', () => {
  it('reads once, when a tile is first asked for', async () => {
    let reads = 0
    const read = shapes()
    const kept = keptShapes(async () => ((reads += 1), read))
    expect(reads).toBe(0)
    expect(kept.now()).toBeNull()
    expect(kept.now()).toBeNull()
    await settled()
    expect(kept.now()).toBe(read)
    expect(reads).toBe(1)
  })

  it('never gives what was read before the ground changed', async () => {
    const answers: ((value: GroundShapes | null) => void)[] = []
    const wanted: (() => boolean)[] = []
    const kept = keptShapes((isWanted) => new Promise((resolve) => (wanted.push(isWanted), answers.push(resolve))))
    kept.now()
    kept.forget()
    expect(wanted[0]!()).toBe(false)
    kept.now()
    answers[0]!(shapes())
    await settled()
    expect(kept.now()).toBeNull()
    const fresh = shapes()
    answers[1]!(fresh)
    await settled()
    expect(kept.now()).toBe(fresh)
  })

  it('tries again at the next tile after the database was away, and not where the ground is too large', async () => {
    let reads = 0
    const away = keptShapes(() => ((reads += 1), Promise.reject(new Error('away'))))
    away.now()
    await settled()
    away.now()
    expect(reads).toBe(2)
    const large = keptShapes(async () => ((reads += 1), null))
    large.now()
    await settled()
    expect(large.now()).toBeNull()
    expect(reads).toBe(3)
  })
})

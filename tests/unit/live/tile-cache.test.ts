import { describe, expect, it } from 'vitest'
import { createTileCache } from '../../../server/live/tiles/tile-cache.ts'

const bytes = (size: number, fill = 1) => new Uint8Array(size).fill(fill)

describe('the tile cache', () => {
  it('makes a tile once, however many ask at the same time', async () => {
    const cache = createTileCache(10_000)
    let made = 0
    const make = async () => bytes(100, (made += 1))
    const tiles = await Promise.all([cache.get('a', make), cache.get('a', make)])
    expect(tiles[0]).toBe(tiles[1])
    expect(await cache.get('a', make)).toBe(tiles[0])
    expect(made).toBe(1)
    expect(tiles[0].tag).toMatch(/^[\w-]{16}$/)
    expect((await cache.get('b', () => bytes(100, 9))).tag).not.toBe(tiles[0].tag)
  })

  it('never keeps more than its bound, and drops what was used longest ago', async () => {
    const cache = createTileCache(3_000)
    const made: string[] = []
    const ask = (key: string) => cache.get(key, () => (made.push(key), bytes(600)))
    for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await ask(key)
    expect(made).toEqual(['a', 'b', 'c', 'd', 'b'])
    for (let i = 0; i < 50; i++) {
      await ask(String(i))
      expect(cache.bytes()).toBeLessThanOrEqual(3_000)
    }
    await cache.get('huge', () => bytes(5_000))
    expect(cache.bytes()).toBe(0)
  })

  it('does not keep a tile that was dropped while it was made', async () => {
    const cache = createTileCache(10_000)
    let release = () => {}
    const first = cache.get('a', async () => {
      await new Promise<void>((resolve) => (release = resolve))
      return bytes(1, 1)
    })
    await Promise.resolve()
    cache.drop(() => true)
    const second = cache.get('a', () => bytes(1, 2))
    release()
    expect((await first).bytes[0]).toBe(1)
    expect((await second).bytes[0]).toBe(2)
    expect((await cache.get('a', () => bytes(1, 3))).bytes[0]).toBe(2)
  })

  it('tries again after a failure', async () => {
    const cache = createTileCache(10_000)
    await expect(
      cache.get('a', () => {
        throw new Error('away')
      }),
    ).rejects.toThrow('away')
    expect((await cache.get('a', () => bytes(2))).bytes).toHaveLength(2)
  })
})

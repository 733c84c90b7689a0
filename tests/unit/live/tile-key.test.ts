import { describe, expect, it } from 'vitest'
import { createTileCache } from '../../../server/live/tiles/tile-cache.ts'
import { tileBounds } from '../../../server/live/tiles/mercator.ts'
import { fromKey, tilesMeeting, toKey } from '../../../server/live/tiles/tile-key.ts'

describe('tile keys', () => {
  it('are a number each, to the greatest zoom', () => {
    for (const tile of [{ z: 0, x: 0, y: 0 }, { z: 16, x: 65535, y: 65535 }, { z: 12, x: 3294, y: 1632 }]) {
      expect(fromKey(toKey(tile))).toEqual(tile)
    }
  })

  it('say which tiles a change touches: those, and no other kept tile, are drawn anew', async () => {
    const cache = createTileCache<number>(1_000_000)
    const made: string[] = []
    const ask = async (z: number, x: number, y: number) => {
      await cache.get(toKey({ z, x, y }), () => (made.push(`${z}/${x}/${y}`), new Uint8Array(1)))
    }
    const askAll = async () => {
      for (const x of [3292, 3293, 3294, 3295, 3296]) await ask(12, x, 1632)
      for (const [z, x, y] of [[6, 51, 25], [6, 52, 25], [12, 3294, 1634]] as const) await ask(z, x, y)
    }
    await askAll()
    made.length = 0
    await askAll()
    expect(made).toEqual([])
    const [west, south, east, north] = tileBounds({ z: 12, x: 3294, y: 1632 }, 0)
    const inside = [west + (east - west) / 4, south + (north - south) / 4, east - (east - west) / 4, north - (north - south) / 4] as const
    cache.drop(tilesMeeting([inside], 136))
    await askAll()
    expect(made).toEqual(['12/3294/1632', '6/51/25'])
    made.length = 0
    cache.drop(tilesMeeting([[west, inside[1], inside[2], inside[3]]], 136)) // at the edge: the neighbour shows it too
    await askAll()
    expect(made).toEqual(['12/3293/1632', '12/3294/1632', '6/51/25'])
  })
})

import { describe, expect, it } from 'vitest'
import { EXTENT, isTile, mercatorY, tileBounds, toTileUnits, unitDegrees } from '../../../server/live/tiles/mercator.ts'

describe('tiles of Web Mercator', () => {
  it('have the corners that the standard gives them', () => {
    expect(tileBounds({ z: 0, x: 0, y: 0 }, 0).map((degrees) => Number(degrees.toFixed(6)))).toEqual([
      -180, -85.051129, 180, 85.051129,
    ])
    const [west, south, east, north] = tileBounds({ z: 1, x: 1, y: 0 }, 0)
    expect([west, east]).toEqual([0, 180])
    expect(south).toBeCloseTo(0, 12)
    expect(north).toBeCloseTo(85.0511288, 6)
    // the tile of the Linwei district at zoom 10, by the formula of the OpenStreetMap wiki
    expect(tileBounds({ z: 10, x: 823, y: 407 }, 0)[0]).toBeCloseTo((823 / 1024) * 360 - 180, 10)
  })

  it('put positions where their corners are', () => {
    const tile = { z: 14, x: 13175, y: 6520 }
    const [west, south, east, north] = tileBounds(tile, 0)
    expect(toTileUnits(tile, west, north).map(Math.round)).toEqual([0, 0])
    expect(toTileUnits(tile, east, south).map(Math.round)).toEqual([EXTENT, EXTENT])
    expect(toTileUnits(tile, west + unitDegrees(14), north)[0]).toBeCloseTo(1, 6)
    expect([mercatorY(90), mercatorY(-90)]).toEqual([0, 1])
  })

  it('reach beyond their sides by the margin, not beyond the world', () => {
    expect(tileBounds({ z: 3, x: 0, y: 0 }, 64)[0]).toBe(-180)
    const [west] = tileBounds({ z: 3, x: 1, y: 1 }, 64)
    expect(west).toBeCloseTo(-135 - (45 * 64) / EXTENT, 10)
  })

  it('exist within their zoom only', () => {
    expect(isTile({ z: 2, x: 3, y: 3 }, 16)).toBe(true)
    for (const tile of [
      { z: 2, x: 4, y: 0 },
      { z: 2, x: 0, y: -1 },
      { z: -1, x: 0, y: 0 },
      { z: 17, x: 0, y: 0 },
    ])
      expect(isTile(tile, 16)).toBe(false)
  })
})

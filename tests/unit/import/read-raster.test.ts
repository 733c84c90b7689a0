import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Polygon } from 'geojson'
import { expect, it } from 'vitest'
import { readRaster } from '../../../server/import/raster/read-raster.ts'
import { rootDir } from '../../../server/root.ts'

it('reads the people of Aruba to within 0.01 % of 106,766, a rectangle of 3 arc-seconds for each inhabited cell', async () => {
  const file = join(rootDir, '..', 'shared', 'data', 'worldpop-aruba-2020.tif')
  if (!existsSync(file)) throw new Error(`${file} is missing: see SOURCES.md there`)
  let sum = 0
  const ids = new Set<string>()
  const bounds = [180, 90, -180, -90]
  for await (const { fields, geometry, sourceId } of readRaster(file, {
    fault: () => {},
    note: () => {},
    progress: () => {},
  })) {
    sum += Number(fields.people)
    ids.add(sourceId)
    const [[west = 0, south = 0] = [], , [east = 0, north = 0] = []] = (geometry as Polygon).coordinates[0] ?? []
    expect(east - west).toBeCloseTo(1 / 1200, 8)
    expect(north - south).toBeCloseTo(1 / 1200, 8)
    for (const [at, value] of [west, south].entries()) bounds[at] = Math.min(bounds[at] ?? 0, value)
    for (const [at, value] of [east, north].entries()) bounds[at + 2] = Math.max(bounds[at + 2] ?? 0, value)
  }
  expect(Math.abs(sum - 106_766) / 106_766).toBeLessThan(0.0001)
  expect(ids.size).toBe(9352)
  const inside = [-70.06375, 12.41208, -69.86541, 12.62459] // what gdalinfo says of the raster's corners
  expect(
    bounds[0]! >= inside[0]! && bounds[1]! >= inside[1]! && bounds[2]! <= inside[2]! && bounds[3]! <= inside[3]!,
  ).toBe(true)
})

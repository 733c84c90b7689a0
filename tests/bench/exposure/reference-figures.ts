import type { PopulationFigures } from '#shared/exposure/figures.ts'
import { seededRandom } from '../random.ts'

export const STEP = 1 / 1200 // 3 seconds of arc, as WorldPop's rasters
export const SIDE = 1000
export const ORIGIN: readonly [number, number] = [109, 34]

const NONE = { west: [], south: [], east: [], north: [], people: [], households: [], source: [] }
const SOURCES: PopulationFigures['sources'] = [
  { source: 'count', title: 'Count', date: '2021-12-01', method: 'counted', basis: 'building' },
  { source: 'raster', title: 'Raster', date: '2020-07-01', method: 'raster', basis: 'cell' },
]

/** A million cells of a raster and 2,000 places, as they are read from the database. */
export function referenceCells(): PopulationFigures {
  const random = seededRandom(1)
  const column = (value: (i: number) => number) => Float64Array.from({ length: SIDE * SIDE }, (_, i) => value(i))
  const x = (c: number) => ORIGIN[0] + c * STEP
  const y = (r: number) => ORIGIN[1] + r * STEP
  const cells = {
    west: column((i) => x(i % SIDE)),
    south: column((i) => y(Math.floor(i / SIDE))),
    east: column((i) => x((i % SIDE) + 1)),
    north: column((i) => y(Math.floor(i / SIDE) + 1)),
    people: column(() => Math.fround(random() * 30)),
    households: column(() => Number.NaN),
    source: column(() => 1),
  }
  return { sources: SOURCES, buildings: { lng: [], lat: [], ...NONE }, cells, places: places(random) }
}

/** 300,000 buildings of 10–30 m over the same ground, and 2,000 places. */
export function referenceBuildings(): PopulationFigures {
  const random = seededRandom(2)
  const column = (value: (i: number) => number) => Float64Array.from({ length: 300_000 }, (_, i) => value(i))
  const lng = column(() => ORIGIN[0] + random() * SIDE * STEP)
  const lat = column(() => ORIGIN[1] + random() * SIDE * STEP)
  const half = column(() => 5e-5 + random() * 1e-4)
  const buildings = {
    lng,
    lat,
    west: lng.map((x, i) => x - half[i]!),
    south: lat.map((y, i) => y - half[i]!),
    east: lng.map((x, i) => x + half[i]!),
    north: lat.map((y, i) => y + half[i]!),
    people: column(() => Math.floor(random() * 60)),
    households: column(() => Math.floor(random() * 20)),
    source: column(() => 0),
  }
  return { sources: SOURCES, buildings, cells: NONE, places: places(random) }
}

function places(random: () => number): PopulationFigures['places'] {
  const kinds = ['school', 'market', 'hospital', 'hotel', 'station']
  const column = (from: number) => Float64Array.from({ length: 2000 }, () => from + random() * SIDE * STEP)
  const [lng, lat] = [column(ORIGIN[0]), column(ORIGIN[1])]
  const kind = Array.from(lng, (_, i) => kinds[i % kinds.length]!)
  return { lng, lat, kind, id: Array.from(lng, (_, i) => String(i)) }
}

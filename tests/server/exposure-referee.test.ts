import type { MultiPolygon } from 'geojson'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countCells } from '#shared/exposure/count-cells.ts'
import { exposure } from '#shared/exposure/exposure.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import { indexFigures } from '#shared/exposure/index-figures.ts'
import { newTally } from '#shared/exposure/tally.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import type { Store } from '../../server/store/connect.ts'
import { openTestDatabase } from '../support/databases.ts'
import { columnsOf, NO_FIGURES } from '../unit/exposure/figures.ts'
import { seeded, square, star } from '../unit/geometry/random.ts'

const random = seeded(190_000)
const STEP = 1 / 1200 // the cells of a 3-arc-second raster

/** 3,000 buildings in the west of a district, raster cells all over it, some under buildings. */
const BUILDINGS = Array.from({ length: 3000 }, () => {
  const [lng, lat] = [109.5 + random() * 0.03, 34.5 + random() * 0.05]
  const [w, h] = [random() * 3e-4, random() * 3e-4]
  const box = { west: lng - w, south: lat - h, east: lng + w, north: lat + h }
  return { lng, lat, ...box, people: Math.ceil(random() * 60), households: Math.ceil(random() * 20), source: 0 }
})
const CELLS = Array.from({ length: 60 * 60 }, (_, i) => {
  const [west, south] = [109.5 + (i % 60) * STEP, 34.5 + Math.floor(i / 60) * STEP]
  return { west, south, east: west + STEP, north: south + STEP, people: random() * 30, households: NaN, source: 2 }
})
const FIGURES: PopulationFigures = {
  ...NO_FIGURES,
  buildings: columnsOf(BUILDINGS),
  cells: columnsOf(CELLS),
}
const AREAS = Array.from({ length: 200 }, (_, i): MultiPolygon => {
  const middle: [number, number] = [109.51 + random() * 0.03, 34.51 + random() * 0.03]
  const radius = 0.003 + random() * 0.015
  const shell = star(random, middle, radius, 4 + (i % 60))
  const hole = square(middle[0] - radius / 8, middle[1] - radius / 8, radius / 5)
  return { type: 'MultiPolygon', coordinates: [i % 5 === 0 ? [shell] : [shell, hole]] }
})

type Referee = { areaM2: number; inCells: number; buildings: number; people: number; households: number; low: number; high: number }

describe('exposure against PostGIS', () => {
  let store: Store
  let referee: Referee[]
  beforeAll(async () => {
    store = await openTestDatabase('server')
    const { db } = store
    await sql`
      create table b as
      select people, households, st_point(lng, lat, 4326) as point,
        st_makeenvelope(west, south, east, north, 4326) as box
      from jsonb_to_recordset(${JSON.stringify(BUILDINGS)}::jsonb) as t(lng float8, lat float8, west float8,
        south float8, east float8, north float8, people float8, households float8)`.execute(db)
    await sql`create index on b using gist (point)`.execute(db)
    await sql`create index on b using gist (box)`.execute(db)
    await sql`
      create table raster as
      select people, st_makeenvelope(west, south, east, north, 4326) as box
      from jsonb_to_recordset(${JSON.stringify(CELLS)}::jsonb)
        as t(west float8, south float8, east float8, north float8, people float8)`.execute(db)
    await sql`create index on raster using gist (box)`.execute(db)
    await sql`
      create table c as
      select people, box, st_area(box) as size from raster as cells
      where not exists (select from b where st_intersects(b.point, cells.box))`.execute(db)
    await sql`create index on c using gist (box)`.execute(db)
    const { rows } = await sql<{ answer: Referee }>`
      select json_build_object(
        'areaM2', st_area(area::geography),
        'buildings', (select count(*) from b where st_intersects(area, point)),
        'households', (select coalesce(sum(households), 0) from b where st_intersects(area, point)),
        'inCells', (select coalesce(sum(people * st_area(st_intersection(area, box)) / st_area(box)), 0)
             from raster where st_intersects(area, box)),
        'people', (select coalesce(sum(people), 0) from b where st_intersects(area, point))
          + (select coalesce(sum(people * st_area(st_intersection(area, box)) / size), 0)
             from c where st_intersects(area, box)),
        'low', (select coalesce(sum(people), 0) from b where st_covers(area, box))
          -- a corner nicked by less than a billionth of the cell is rounding to us, not to st_covers
          + (select coalesce(sum(people), 0) from c
             where st_intersects(area, box) and st_area(st_intersection(area, box)) / size > 1 - 1e-9),
        'high', (select coalesce(sum(people), 0) from b where st_intersects(area, box))
          + (select coalesce(sum(people), 0) from c where st_intersects(area, box))
      ) as answer
      from (
        select ordinality, st_geomfromgeojson(item) as area
        from jsonb_array_elements(${JSON.stringify(AREAS)}::jsonb) with ordinality as t(item, ordinality)
        offset 0) as areas
      order by ordinality`.execute(db)
    referee = rows.map(({ answer }) => answer)
  })
  afterAll(() => store.close())

  it('agrees on 200 areas with holes: counts to the one, people within rounding, area within a millionth', () => {
    const index = indexFigures(FIGURES)
    const results = AREAS.map((area) => exposure(area, index))
    for (const [i, { areaM2, people, households, buildings, peopleRange }] of results.entries()) {
      const told = referee[i]!
      expect(buildings).toBe(told.buildings)
      expect(households ?? 0).toBe(told.households)
      expect(Math.abs(areaM2 / told.areaM2 - 1)).toBeLessThan(1e-6)
      expect(Math.abs(people - told.people)).toBeLessThanOrEqual(0.500001)
      expect(peopleRange).toEqual({ low: Math.floor(told.low + 1e-6), high: Math.ceil(told.high - 1e-6) })
    }
    // the issue's own measure, over all of them
    const worst = results.map(({ people }, i) => Math.abs(people - referee[i]!.people) / Math.max(500, people))
    expect(Math.max(...worst)).toBeLessThan(0.001)
    const bases = new Set(results.flatMap((result) => result.bases.map(({ basis }) => basis)))
    expect(bases).toEqual(new Set(['building', 'cell']))
  })

  it('weighs the cells of a grid as st_intersection does, over its edge too, to a billionth', () => {
    const index = indexFigures({ ...FIGURES, buildings: NO_FIGURES.buildings })
    expect([index.grids.length, index.loose]).toEqual([1, null])
    const beyond = AREAS.filter((area) => boundsOf(area)[0] < 109.5 || boundsOf(area)[3] > 34.55)
    expect(beyond.length).toBeGreaterThan(10)
    for (const [i, area] of AREAS.entries()) {
      const tally = newTally()
      countCells(index, prepareArea(area), tally)
      expect(Math.abs(tally.people / referee[i]!.inCells - 1)).toBeLessThan(1e-9)
    }
  })
})

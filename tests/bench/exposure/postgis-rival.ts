import type { MultiPolygon } from 'geojson'
import pg from 'pg'
import { startPostgres } from '../../support/postgres.ts'
import type { Box } from './turf-rivals.ts'

export type PostgisRival = {
  people(area: MultiPolygon): Promise<{ people: number; ms: number }>
  stop(): Promise<void>
}

/** The same cells in PostGIS, indexed; the time is the server's own, without the way there and back. */
export async function postgisRival(
  rows: readonly number[],
  boxOf: (row: number) => Box,
  people: ArrayLike<number>,
): Promise<PostgisRival> {
  const cluster = await startPostgres()
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create extension postgis; create table cells (people float8, box geometry)')
  const boxes = rows.map(boxOf)
  await client.query(
    `insert into cells select p, st_makeenvelope(w, s, e, n, 4326)
     from unnest($1::float8[], $2::float8[], $3::float8[], $4::float8[], $5::float8[]) as t(p, w, s, e, n)`,
    [rows.map((row) => people[row]!), ...[0, 1, 2, 3].map((side) => boxes.map((box) => box[side]!))],
  )
  await client.query('create index on cells using gist (box); analyze cells')
  return {
    people: async (area) => {
      const { rows: [row] } = await client.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(
        `explain (analyze, timing off, format json) ${COUNT}`, [JSON.stringify(area)],
      )
      const { rows: [told] } = await client.query<{ people: number }>(COUNT, [JSON.stringify(area)])
      return { people: told!.people, ms: row!['QUERY PLAN'][0]['Execution Time'] }
    },
    stop: async () => {
      await client.end()
      await cluster.stop()
    },
  }
}

const COUNT = `select sum(people * st_area(st_intersection(area, box)) / st_area(box)) as people
  from cells, (select st_geomfromgeojson($1) as area offset 0) as given where st_intersects(area, box)`

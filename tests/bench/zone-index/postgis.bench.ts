import pg from 'pg'
import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { ZoneIndex } from '#shared/zone-index/zone-index.ts'
import { startPostgres } from '../../support/postgres.ts'
import type { BenchResult } from '../bench-result.ts'
import { referenceZones } from '../reference-zones.ts'
import type { ReferenceExtent } from '../reference-zones.ts'
import { referencePoints } from './reference-points.ts'

const ZONES = 10_000
const POINTS = 500_000
const BATCH = 50_000

const COVERS = `
  select p.n::int - 1 as n, string_agg(z.id, ',' order by z.id collate "C") as ids
  from unnest($1::float8[], $2::float8[]) with ordinality p (x, y, n)
  join zones z on ST_Covers(z.geom, ST_SetSRID(ST_MakePoint(p.x, p.y), 4326))
  group by p.n`

/** A million random points, half in either reference set: how often the index and ST_Covers name other zones. */
export async function run(): Promise<BenchResult[]> {
  const cluster = await startPostgres()
  try {
    return await Promise.all([inDatabase(cluster, 'box'), inDatabase(cluster, 'country')])
  } finally {
    await cluster.stop()
  }
}

async function inDatabase(cluster: Awaited<ReturnType<typeof startPostgres>>, extent: ReferenceExtent): Promise<BenchResult> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query(`create database ${extent} template template0`)
  await admin.end()
  const client = new pg.Client({ connectionString: cluster.url(extent) })
  try {
    await client.connect()
    await client.query('create extension postgis')
    return await compare(client, extent)
  } finally {
    await client.end()
  }
}

async function compare(client: pg.Client, extent: ReferenceExtent): Promise<BenchResult> {
  const zones = referenceZones(ZONES, extent)
  const index = createZoneIndex(zones)
  await client.query('drop table if exists zones')
  await client.query('create table zones (id text primary key, geom geometry(multipolygon, 4326))')
  const shapes = zones.map(({ geometry }) => JSON.stringify(geometry))
  await client.query(
    'insert into zones select id, ST_SetSRID(ST_GeomFromGeoJSON(shape), 4326) from unnest($1::text[], $2::text[]) z (id, shape)',
    [zones.map(({ id }) => id), shapes],
  )
  await client.query('create index on zones using gist (geom)')
  await client.query('vacuum analyze zones')
  const points = referencePoints(zones, extent, POINTS, (lng, lat) => index.strictestAt(lng, lat) !== null)
  let differing = 0
  for (let from = 0; from < POINTS; from += BATCH) differing += await countDiffering(client, index, points, from)
  return {
    name: `points where ST_Covers names other zones, of ${POINTS.toLocaleString('en')}, ${extent}`,
    unit: 'points',
    ours: differing,
    other: null,
    otherName: null,
    ratio: null,
    spread: null,
    bar: 0,
    reached: differing === 0,
  }
}

async function countDiffering(client: pg.Client, index: ZoneIndex, points: Float64Array, from: number): Promise<number> {
  const numbers = Array.from({ length: BATCH }, (_, n) => 2 * (from + n))
  const coordinates = [numbers.map((i) => points[i]!), numbers.map((i) => points[i + 1]!)]
  const { rows } = await client.query<{ n: number; ids: string }>(COVERS, coordinates)
  const covering = new Map(rows.map(({ n, ids }) => [n, ids]))
  return numbers.filter((i, n) => {
    const found = index.at(points[i]!, points[i + 1]!).toSorted()
    return found.join() !== (covering.get(n) ?? '')
  }).length
}

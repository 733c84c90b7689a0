import { sql, type RawBuilder } from 'kysely'
import type { FigureSource, PopulationFigures } from '#shared/exposure/figures.ts'
import type { Db } from './connect.ts'

const PAGE = 10_000

/**
 * All figures of people and places, by columns in shared memory. Degrees, EPSG:4326; unknown numbers are NaN. Read in
 * pages, so that neither the database nor this thread is held for long; finding the grids in them is work for another
 * (`figureIndexOf`).
 */
export async function readFigures(db: Db): Promise<PopulationFigures> {
  const sources = await readSources(db)
  const indexOf = new Map(sources.map((source, index) => [source.key, index]))
  const buildings = await readColumns(db, buildingPage, indexOf)
  const cells = await readColumns(db, cellPage, indexOf)
  const places = await sql<{ id: string; kind: string; lng: number; lat: number }>`
    select id::text, kind, ST_X(geom) as lng, ST_Y(geom) as lat from places order by places.id`.execute(db)
  return {
    sources: sources.map(({ key: _, ...source }) => source),
    buildings: {
      lng: buildings.column('lng'),
      lat: buildings.column('lat'),
      ...rectangles(buildings),
    },
    cells: rectangles(cells),
    places: {
      lng: places.rows.map((row) => row.lng),
      lat: places.rows.map((row) => row.lat),
      kind: places.rows.map((row) => row.kind),
      id: places.rows.map((row) => row.id),
    },
  }
}

const rectangles = ({ column }: Columns) => ({
  west: column('west'),
  south: column('south'),
  east: column('east'),
  north: column('north'),
  people: column('people'),
  households: column('households'),
  source: column('source'),
})

async function readSources(db: Db): Promise<(FigureSource & { key: string })[]> {
  const { rows } = await sql<FigureSource & { key: string }>`
    select concat_ws('|', p.source, p.basis, p.method, p.as_of) as key, p.source, d.title, p.as_of as date, p.method, p.basis
    from (select distinct source, basis, method, as_of from population
      union select distinct source, 'building', 'counted', as_of from buildings b
        where not exists (select from population q where q.building_id = b.id)) p
    join datasets d on d.source = p.source order by 1`.execute(db)
  return rows
}

type Columns = { column: (name: ColumnName) => Float64Array }
const NAMES = ['lng', 'lat', 'west', 'south', 'east', 'north', 'people', 'households', 'source'] as const
type ColumnName = (typeof NAMES)[number]
type Row = Partial<Record<ColumnName, number | null>> & { id: number; key: string }

async function readColumns(
  db: Db,
  page: (after: number) => RawBuilder<Row>,
  indexOf: Map<string, number>,
): Promise<Columns> {
  const pages: Float64Array[][] = []
  let count = 0
  for (let after = 0; ;) {
    const { rows } = await page(after).execute(db)
    const last = rows.at(-1)
    if (last === undefined) break
    pages.push(NAMES.map((name) => pageColumn(rows, name, indexOf)))
    count += rows.length
    after = last.id
  }
  const columns = new Map<ColumnName, Float64Array>()
  for (const [i, name] of NAMES.entries()) {
    columns.set(name, joined(pages.map((columns) => columns[i]!), count))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { column: (name) => columns.get(name)! }
}

const pageColumn = (rows: readonly Row[], name: ColumnName, indexOf: Map<string, number>): Float64Array =>
  Float64Array.from(rows, (row) => (name === 'source' ? (indexOf.get(row.key) ?? -1) : (row[name] ?? Number.NaN)))

// in shared memory, so that the thread that indexes them need not copy them
function joined(parts: readonly Float64Array[], count: number): Float64Array {
  const column = new Float64Array(new SharedArrayBuffer(8 * count))
  let at = 0
  for (const part of parts) {
    column.set(part, at)
    at += part.length
  }
  return column
}

const buildingPage = (after: number): RawBuilder<Row> => sql`
  select b.id, ST_X(spot) as lng, ST_Y(spot) as lat, ST_XMin(b.geom) as west, ST_YMin(b.geom) as south,
    ST_XMax(b.geom) as east, ST_YMax(b.geom) as north, p.people, p.households,
    coalesce(p.key, concat_ws('|', b.source, 'building', 'counted', b.as_of)) as key
  from (select * from buildings where id > ${after} order by id limit ${PAGE}) b
  cross join lateral (select ST_PointOnSurface(b.geom) as spot) l
  left join lateral (
    select people, households, concat_ws('|', source, basis, method, as_of) as key from population
    where building_id = b.id order by as_of desc, id desc limit 1) p on true
  order by b.id`

const cellPage = (after: number): RawBuilder<Row> => sql`
  select id, ST_XMin(geom) as west, ST_YMin(geom) as south, ST_XMax(geom) as east, ST_YMax(geom) as north,
    people, households, concat_ws('|', source, basis, method, as_of) as key
  from population where geom is not null and id > ${after} order by id limit ${PAGE}`

import { sql } from 'kysely'
import type { Db } from '../../../server/store/connect.ts'

const ROADS = 100_000
const BUILDINGS = 300_000
/** A county of about 55 × 55 km; [west, south, east, north]. */
export const COUNTY = [109.2, 34.25, 109.8, 34.75] as const

/** Roads of all classes and buildings, denser toward towns; the same for every run. */
export async function loadCounty(db: Db): Promise<void> {
  const [west, south, east, north] = COUNTY
  // a fifth of everything lies in forty towns of about 1.5 km
  const place = sql`select n, case when n % 5 = 0
      then ${west}::float8 + ${east - west} * (0.1 + 0.8 * ((n % 40) * 0.618034 - floor((n % 40) * 0.618034))) + 0.016 * (random() - 0.5)
      else ${west}::float8 + ${east - west} * random() end as x,
    case when n % 5 = 0
      then ${south}::float8 + ${north - south} * (0.1 + 0.8 * ((n % 40) * 0.754878 - floor((n % 40) * 0.754878))) + 0.013 * (random() - 0.5)
      else ${south}::float8 + ${north - south} * random() end as y, random() as turn, random() as length`
  await db.insertInto('datasets').values({ source: 'bench', title: 'bench', title_en: null, licence: null, as_of: '2022-01-01', synthetic: true }).execute()
  await sql`select setseed(0.5)`.execute(db)
  await sql`insert into roads (class, name, tags, source, source_id, as_of, geom)
    select (array['residential', 'service', 'track', 'unclassified', 'path', 'residential', 'service', 'tertiary', 'secondary', 'primary'])[
        case when n % 101 = 0 then 10 when n % 53 = 0 then 9 when n % 23 = 0 then 8 else 1 + n % 7 end],
      case when n % 4 = 0 then '道路' || n / 40 end, '{}', 'bench', n::text, '2022-01-01',
      ST_SetSRID(ST_MakeLine(array(select ST_MakePoint(x + k * 0.0004 * (0.5 + length) * cos(6.283 * turn + 0.1 * k), y + k * 0.0003 * (0.5 + length) * sin(6.283 * turn + 0.1 * k))
        from generate_series(0, 7) k)), 4326)
    from (${place} from generate_series(1, ${ROADS}::int) n) p`.execute(db)
  await sql`insert into buildings (levels, use, source, source_id, as_of, geom)
    select 1 + n % 6, (array['residential', 'commercial', 'school'])[1 + n % 3], 'bench', n::text, '2022-01-01',
      ST_Multi(ST_Rotate(ST_MakeEnvelope(x, y, x + 0.00008 + 0.0001 * length, y + 0.00008, 4326), turn, x, y))
    from (${place} from generate_series(1, ${BUILDINGS}::int) n) p`.execute(db)
  await sql`analyze`.execute(db)
}

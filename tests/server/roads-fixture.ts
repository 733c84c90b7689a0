import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { runImport } from '../../server/domain/imports.ts'
import { addFault, createFaultList } from '../../server/import/fault-list.ts'
import { openImport } from '../../server/import/open-import.ts'
import { rootDir } from '../../server/root.ts'
import type { Store } from '../../server/store/connect.ts'

/** A map of the folder of shared data, which SOURCES.md there tells the origin of. */
export function mapFile(name: string): string {
  const path = join(rootDir, '..', 'shared', 'data', name)
  if (!existsSync(path)) throw new Error(`${path} is missing: see SOURCES.md there`)
  return path
}

/** Takes a map in; with `total`, so many people are spread over its buildings. */
export async function importMap(store: Store, name: string, total: number | null = null): Promise<void> {
  const faults = createFaultList()
  const context = { fault: (fault: Parameters<typeof addFault>[1]) => addFault(faults, fault), note: () => {}, progress: () => {} }
  const { records, asOfFrom: _, ...dataset } = await openImport({ what: 'osm', file: mapFile(name) }, context)
  const spread = total === null ? {} : { spread: { total, buildingsOf: null, areaCode: null } }
  await runImport(store, { dataset: { ...dataset, titleEn: null, synthetic: false }, records, faults, strict: false, actor: 'test', file: name, ...spread })
}

/**
 * Fills the table `stretches` (id, way, source, target, metres) with the roads of the database cut at the nodes that ways
 * share in the OSM file itself: by node numbers, not by places, and by PostgreSQL, not by us.
 */
export async function cutByOsmNodes(store: Store, name: string): Promise<void> {
  const opl = execFileSync('osmium', ['cat', '-f', 'opl', mapFile(name)], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const lines = opl.split('\n')
  const field = (line: string, letter: string) => line.split(' ').find((word) => word.startsWith(letter))?.slice(1) ?? ''
  const nodes = lines.filter((line) => line.startsWith('n')).map((line) => [field(line, 'n'), field(line, 'x'), field(line, 'y')])
  const refs = lines
    .filter((line) => line.startsWith('w'))
    .flatMap((line) => field(line, 'N').split(',').map((node, seq) => [line.split(' ')[0]!, seq, node.slice(1)]))
  await sql`create table osm_nodes as select * from jsonb_to_recordset(${JSON.stringify(nodes.map(([id, x, y]) => ({ id, x, y })))}::jsonb)
    as t(id bigint, x float8, y float8)`.execute(store.db)
  await sql`create table osm_refs as
    select road.id as way, t.seq, t.node, point.x, point.y
    from jsonb_to_recordset(${JSON.stringify(refs.map(([way, seq, node]) => ({ way, seq, node })))}::jsonb) as t(way text, seq int, node bigint)
    join roads road on road.source_id = t.way and road.class <> 'rail'
    join osm_nodes point on point.id = t.node`.execute(store.db)
  await sql`create table stretches as
    with shared as (select node from osm_refs group by node having count(*) > 1),
    cuts as (
      select r.*, (r.seq = 0 or r.seq = max(r.seq) over (partition by r.way) or r.node in (select node from shared)) as is_cut,
        st_distance(st_point(x, y)::geography, st_point(lag(x) over w, lag(y) over w)::geography) as step
      from osm_refs r window w as (partition by r.way order by r.seq)),
    along as (select *, sum(coalesce(step, 0)) over (partition by way order by seq) as metres from cuts)
    select row_number() over () as id, way, lag(node) over w as source, node as target, metres - lag(metres) over w as metres
    from along where is_cut window w as (partition by way order by seq)`.execute(store.db)
  await sql`delete from stretches where source is null`.execute(store.db)
}

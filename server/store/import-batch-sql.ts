import { IMPORT_TABLES, type ImportTable } from './import-tables.ts'

const texts = new Map<string, string>()

/**
 * The one statement that takes a batch of a noun in: `$1` records as JSON, `$2` the source, `$3` the date of the data.
 * It answers one row: how many were inserted and updated, and the records it leaves out with reason and place.
 * Rows that would not change are not written.
 */
export function importBatchSql(noun: string): string {
  const known = texts.get(noun)
  if (known !== undefined) return known
  const table = IMPORT_TABLES[noun]
  if (table === undefined) throw new Error(`no table takes ${noun}`)
  const text = batchSql(noun, table)
  texts.set(noun, text)
  return text
}

function batchSql(noun: string, table: ImportTable): string {
  const names = Object.keys(table.columns)
  const all = [...names, 'source', 'source_id', ...(table.stamped ? ['as_of'] : [])]
  const compared = [...names, ...(table.stamped ? ['as_of'] : [])]
  const next = (name: string) =>
    table.columns[name]?.keep === true ? `coalesce(excluded.${name}, t.${name})` : `excluded.${name}`
  const versioned = noun === 'sites' || noun === 'checkpoints' ? ['version = t.version + 1'] : []
  const touched = noun === 'checkpoints' ? ['updated_at = clock_timestamp()'] : []
  const sets = [...compared.map((name) => `${name} = ${next(name)}`), ...versioned, ...touched]
  const fields = Object.entries(table.fields).map(([name, type]) => `"${name}" ${type}`)
  const values = Object.entries(table.columns).map(([name, { value }]) => `${value} as ${name}`)
  const refusals = (table.refuse ?? []).map(({ reason, when }) => `when ${when} then '${reason}'`)
  return `
    with records as materialized (
      select r.*, ST_SetSRID(ST_GeomFromGeoJSON(r.geometry), 4326) as shape
      from jsonb_to_recordset($1::jsonb) as r(ord integer, source_id text, geometry text, ${fields.join(', ')})
    ), filled as materialized (
      select i.ord, i.source_id, i.shape, ${values.join(', ')} from records i
    ), judged as materialized (
      select *, case when shape is not null and not ST_IsValid(shape) then 'bad_geometry' ${refusals.join(' ')} end as fault
      from filled
    ), done as (
      insert into ${noun} as t (${all.join(', ')})
      select ${[...names, '$2::text', 'source_id', ...(table.stamped ? ['$3::date'] : [])].join(', ')}
      from judged where fault is null order by ord
      on conflict (source, source_id) do update set ${sets.join(', ')}
      where (${compared.map((name) => `t.${name}`).join(', ')}) is distinct from (${compared.map(next).join(', ')})
      returning (xmax = 0) as inserted
    )
    select
      (select count(*) filter (where inserted) from done) as inserted,
      (select count(*) filter (where not inserted) from done) as updated,
      (select coalesce(jsonb_agg(jsonb_build_object('ord', ord, 'reason', fault,
          'text', case when fault = 'bad_geometry' then ST_IsValidReason(shape) else '' end,
          'lng', ST_X(at), 'lat', ST_Y(at)) order by ord), '[]')
        from (select j.*, case when fault = 'bad_geometry' then location(ST_IsValidDetail(shape))
          else ST_PointOnSurface(shape) end as at from judged j where fault is not null) f) as faults,
      $3::date as as_of`
}

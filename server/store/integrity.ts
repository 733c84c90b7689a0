import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** What does not fit together in the database: which rule is broken, and how many rows break it. */
export type IntegrityFinding = { rule: IntegrityRule; rows: number }
type IntegrityRule =
  | 'events_missing' | 'versions_missing' | 'versions_unannounced' | 'periods_missing' | 'version_gaps' | 'zones_missing'

/**
 * Whether the tables agree with each other, as every transaction leaves them: events are numbered from 1 without gaps
 * up to the head; each publication has its version, each version its publication, its period and its zone; versions of a
 * zone are numbered without gaps. Rows that a damaged disk has lost break one of these. The tables are read whole, not
 * through their indexes, which may still know of lost rows.
 */
export async function integrityFindings(db: Db): Promise<IntegrityFinding[]> {
  const { rows } = await sql<{ rule: IntegrityRule; rows: number }>`
    with told as materialized (
      select subject, (payload->>'version')::int as version from events
      where noun = 'zones' and payload ? 'version'
    ), versions as materialized (select zone_id, version from zone_versions),
    periods as materialized (select distinct zone_id, version from zone_periods),
    known as materialized (select id from zones)
    select 'events_missing' as rule,
      abs((select seq from event_head) - (select count(payload) from events)) + abs((select seq from event_head) - (select coalesce(max(seq + 0), 0) from events)) as rows
    union all
    select 'versions_missing', count(*) from (select subject, version from told except select zone_id, version from versions) lost
    union all
    select 'versions_unannounced', count(*) from (select zone_id, version from versions except select subject, version from told) lost
    union all
    select 'periods_missing', count(*) from (select zone_id, version from versions except select zone_id, version from periods) lost
    union all
    select 'version_gaps', count(*) from (select zone_id from versions group by zone_id having max(version) <> count(*)) gaps
    union all
    select 'zones_missing', count(*) from (select zone_id from versions except select id from known) lost`.execute(db)
  return rows.filter((row) => row.rows > 0)
}

/** The database has lost rows; serving it would mean answering that there is no zone where there is one. */
export class DataNotWhole extends Error {
  constructor(findings: readonly IntegrityFinding[]) {
    const list = findings.map(({ rule, rows }) => `${rule}: ${rows}`).join(', ')
    super(
      `数据库内容不完整（${list}），已拒绝启动。请用 sanqu restore 备份文件 恢复到新的数据库。\n` +
        `The database is not whole (${list}) and is not served. Bring the last backup into a new one: sanqu restore FILE`,
    )
    this.name = 'DataNotWhole'
  }
}

/** @throws DataNotWhole */
export async function requireWhole(db: Db): Promise<void> {
  const findings = await integrityFindings(db)
  if (findings.length > 0) throw new DataNotWhole(findings)
}

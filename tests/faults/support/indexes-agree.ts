import { sql } from 'kysely'
import type { Db } from '../../../server/store/connect.ts'

type Index = { name: string; table: string; method: string; column: string; where: string | null }

/** The indexes that give other rows than their tables, read once through the index and once without any. */
export async function disagreeingIndexes(db: Db): Promise<string[]> {
  const { rows: indexes } = await sql<Index>`
    select i.relname as name, t.relname as table, m.amname as method, a.attname as column, pg_get_expr(x.indpred, x.indrelid) as where
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid join pg_am m on m.oid = i.relam
      join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
    where t.relnamespace = 'public'::regnamespace and m.amname in ('btree', 'gist') and x.indkey[0] > 0 and t.relkind = 'r'
      and t.relname <> 'spatial_ref_sys'`.execute(db)
  const wrong: string[] = []
  for (const index of indexes) if (!(await agrees(db, index))) wrong.push(index.name)
  return wrong
}

function agrees(db: Db, { table, method, column, where }: Index): Promise<boolean> {
  const key = sql.ref(column)
  const condition = method === 'gist' && column === 'geom'
    ? sql`geom && ST_MakeEnvelope(-180, -90, 180, 90, 4326)`
    : sql`${key} is not null`
  const count = sql<{ n: number; sum: string }>`
    select count(*) as n, coalesce(sum(hashtext(ctid::text)), 0)::text as sum from ${sql.table(table)} where ${condition} and (${sql.raw(where ?? 'true')})`
  return db.transaction().execute(async (trx) => {
    await sql`set local enable_indexscan = off`.execute(trx)
    await sql`set local enable_indexonlyscan = off`.execute(trx)
    await sql`set local enable_bitmapscan = off`.execute(trx)
    const plain = (await count.execute(trx)).rows[0]
    await sql`set local enable_indexscan = on`.execute(trx)
    await sql`set local enable_bitmapscan = on`.execute(trx)
    await sql`set local enable_seqscan = off`.execute(trx)
    const indexed = (await count.execute(trx)).rows[0]
    return plain?.n === indexed?.n && plain?.sum === indexed?.sum
  })
}

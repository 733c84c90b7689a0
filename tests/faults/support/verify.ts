import { sql } from 'kysely'
import { expect } from 'vitest'
import { START, verifyEvents } from '../../../server/domain/audit-verify.ts'
import type { Store } from '../../../server/store/connect.ts'
import { eventsAfter, lastEventSeq } from '../../../server/store/events.ts'
import { integrityFindings } from '../../../server/store/integrity.ts'
import { disagreeingIndexes } from './indexes-agree.ts'
import type { Ack, Log } from './writer.ts'

type Row = { token: string; id: string; state: string }

/** How many acknowledged changes are gone, and how many names were given twice. */
export type Verdict = { lost: number; twice: number }

/** Looks for every acknowledged change in the database, for changes made twice or by half, and for tables that disagree. */
export async function verify(store: Store, log: Log): Promise<Verdict> {
  expect(log.violations).toEqual([])
  const { db } = store
  expect(await integrityFindings(db)).toEqual([])
  const events = await eventsAfter(db, 0, 10_000_000)
  const verdict = await verifyEvents([events], { seq: await lastEventSeq(db), hash: events.at(-1)?.hash ?? START.hash })
  expect(verdict).toMatchObject({ ok: true })

  const rows = async (query: ReturnType<typeof sql<Row>>) => {
    const found = new Map<string, Row[]>()
    for (const row of (await query.execute(db)).rows) found.set(row.token, [...(found.get(row.token) ?? []), row])
    return found
  }
  const sites = await rows(sql<Row>`select place as token, id::text, '' as state from sites`)
  const gates = await rows(sql<Row>`select name as token, id::text, id || '.' || version || ' ' || state as state from checkpoints`)
  const zones = await rows(sql<Row>`
    select v.name as token, v.zone_id as id,
      case when exists (select from zone_periods p where p.zone_id = v.zone_id and upper_inf(p.recorded) and upper_inf(p.valid)) then 'in force' else 'lifted' end as state
    from zone_versions v`)
  const drafts = await rows(sql<Row>`select content->>'name' as token, zone_id as id, 'd' || revision as state from zone_drafts`)

  const twice = [sites, gates, zones, drafts].flatMap((found) => [...found.values()].filter((same) => same.length > 1))
  expect(twice, 'made twice').toEqual([])
  // every acknowledged one is there, as it was acknowledged or as a later change of the same hand left it
  const lost = log.acks.filter((ack) => !isThere(ack))
  expect(lost, 'acknowledged and lost').toEqual([])
  // no half zone: an identity has a draft or a version
  const { rows: half } = await sql`select id from zones z where not exists (select from zone_drafts d where d.zone_id = z.id)
    and not exists (select from zone_versions v where v.zone_id = z.id)`.execute(db)
  expect(half).toEqual([])
  expect(await disagreeingIndexes(db)).toEqual([])
  return { lost: lost.length, twice: twice.length }

  function isThere({ op, token, id, etag }: Ack): boolean {
    const one = (found: Map<string, Row[]>, name = token) => found.get(name)?.find((row) => row.id === id)
    switch (op) {
      case 'site': return one(sites) !== undefined
      case 'checkpoint': return one(gates) !== undefined
      case 'checkpoint change': return one(gates)?.state === `${etag.slice(1)} staffed`
      case 'zone': return (one(drafts, `${token} first`) ?? one(drafts) ?? one(zones)) !== undefined
      case 'draft': return one(drafts)?.state === 'd2' || one(zones) !== undefined
      case 'publish': return one(zones) !== undefined
      case 'lift': return one(zones)?.state === 'lifted'
    }
  }
}

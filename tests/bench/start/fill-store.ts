import { sql } from 'kysely'
import type { Store } from '../../../server/store/connect.ts'
import { eventHash, type NewEvent } from '../../../server/store/events.ts'
import { inTransaction, type Trx } from '../../../server/store/transaction.ts'

const BATCH = 50_000
const EVENTS_A_STATEMENT = 2_000

/** Puts zones of 64 corners, all but the first `inForce` of them lifted, and addresses straight into a store, with their events. */
export async function fillStore(store: Store, zones: number, addresses: number, inForce = zones): Promise<void> {
  await inTransaction(store, async (trx) => {
    await fillZones(trx, zones, inForce)
    if (addresses > 0) await fillAddresses(trx, addresses)
    const published = Array.from({ length: zones }, (_, i): Pick<NewEvent, 'noun' | 'verb' | 'subject' | 'payload'> => (
      { noun: 'zones', verb: 'published', subject: `990199-S-${10_001 + i}`, payload: { version: 1 } }
    ))
    await appendEvents(trx, [...published, { noun: 'imports', verb: 'done', subject: 'bench', payload: {} }])
  })
}

async function fillZones(trx: Trx, zones: number, inForce: number): Promise<void> {
  await sql`insert into zones (id, county_code, kind, number)
    select '990199-S-' || n, '990199', 'sealed', n from generate_series(10001, 10000 + ${zones}::int) n`.execute(trx)
  await sql`insert into zone_versions (zone_id, version, name, geom, definition, rule_pack, measures, legal_basis, reason,
      authority, review_by, audience, exposure, published_at, published_by, hash)
    select id, 1, '示范区' || number, ST_Multi(ST_SetSRID(ST_Buffer(ST_MakePoint(109 + (number % 100) * 0.01,
        34 + (number / 100 % 100) * 0.009), 0.003, 16), 4326)), '{"type":"drawn"}', 'three-zones-2021',
      '[{"zh":"足不出户","en":"Nobody leaves home"}]', '{"number":"1","issuer":"示范","date":"2022-03-15"}', '测试', '示范',
      '2099-01-01', 'public', '{"areaM2":1,"people":10}', '2022-03-16', 'bench', id
    from zones where county_code = '990199'`.execute(trx)
  await sql`insert into zone_periods (zone_id, version, valid, recorded, ended_by)
    select id, 1, case when lifted then tstzrange('2022-03-16', '2022-04-16') else tstzrange('2022-03-16', null) end, tstzrange('2022-03-16', null),
      case when lifted then 'lifted' end
    from (select id, number > ${10_000 + inForce}::int as lifted from zones where county_code = '990199') as filled`.execute(trx)
}

/** Without the indexes that searches use and a start does not: keeping them up takes most of the time of filling. */
async function fillAddresses(trx: Trx, addresses: number): Promise<void> {
  await sql`drop index addresses_geom, addresses_text`.execute(trx)
  await sql`insert into datasets (source, title, as_of, synthetic) values ('bench', 'bench', '2022-01-01', true)`.execute(trx)
  for (let from = 0; from < addresses; from += BATCH) {
    await sql`insert into addresses (text, street, number, geom, source, source_id, as_of)
      select '第' || n / 100 || '大街' || n % 100 + 1 || '号', '第' || n / 100 || '大街', (n % 100 + 1)::text,
        ST_SetSRID(ST_MakePoint(109 + n % 1000 * 0.001, 34 + n / 1000 * 0.0009), 4326), 'bench', n::text, '2022-01-01'
      from generate_series(${from}::int, ${Math.min(from + BATCH, addresses)}::int - 1) n`.execute(trx)
  }
}

/** What `appendEvent` does for one, for many: the same chain, many rows a statement. */
async function appendEvents(trx: Trx, events: Pick<NewEvent, 'noun' | 'verb' | 'subject' | 'payload'>[]): Promise<void> {
  const head = await trx.selectFrom('event_head').select(['seq', 'hash', sql<string>`clock_timestamp()`.as('at')]).forUpdate().executeTakeFirstOrThrow()
  let { seq, hash } = head
  const rows = events.map((event) => {
    const unsigned = { ...event, actor: 'bench', public: true, seq: ++seq, at: head.at, prevHash: hash }
    hash = eventHash(unsigned)
    const { prevHash, payload, ...row } = unsigned
    return { ...row, payload: JSON.stringify(payload), prev_hash: prevHash, hash }
  })
  for (let from = 0; from < rows.length; from += EVENTS_A_STATEMENT) {
    await trx.insertInto('events').values(rows.slice(from, from + EVENTS_A_STATEMENT)).execute()
  }
  await trx.updateTable('event_head').set({ seq, hash }).execute()
}

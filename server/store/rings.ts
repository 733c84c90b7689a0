import { sql } from 'kysely'
import type { RingState } from '#shared/roads/audit.ts'
import type { Db } from './connect.ts'
import type { Trx } from './transaction.ts'

/** The rings as they were last told, by zone. */
export async function toldRings(db: Db): Promise<Map<string, RingState>> {
  const rows = await db.selectFrom('rings').select(['zone_id', 'ring']).execute()
  return new Map(rows.map(({ zone_id, ring }) => [zone_id, ring as RingState]))
}

export async function tellRing(trx: Trx, zoneId: string, ring: RingState): Promise<void> {
  const text = JSON.stringify(ring)
  await trx
    .insertInto('rings')
    .values({ zone_id: zoneId, ring: text })
    .onConflict((conflict) => conflict.column('zone_id').doUpdateSet({ ring: text }))
    .execute()
}

export async function forgetRings(trx: Trx, zoneIds: readonly string[]): Promise<void> {
  await trx.deleteFrom('rings').where(sql<boolean>`zone_id = any(${[...zoneIds]}::text[])`).execute()
}

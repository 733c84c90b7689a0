import type { Ring } from '#shared/schema/roads.ts'
import type { Db } from './connect.ts'
import type { Trx } from './transaction.ts'

export type GateSignature = { listHash: string; by: string; at: string }

/** The newest signature of a zone's gate list, whatever list it was. */
export async function newestSignature(db: Db, zoneId: string): Promise<GateSignature | undefined> {
  const row = await db
    .selectFrom('gate_signatures')
    .select(['list_hash as listHash', 'signed_by as by', 'signed_at as at'])
    .where('zone_id', '=', zoneId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
}

export async function insertSignature(trx: Trx, zoneId: string, listHash: string, ring: Ring, roadsAsOf: string | null, by: string): Promise<void> {
  await trx
    .insertInto('gate_signatures')
    .values({ zone_id: zoneId, list_hash: listHash, ring: JSON.stringify(ring), roads_as_of: roadsAsOf, signed_by: by })
    .execute()
}

import type { Db } from './connect.ts'
import type { Trx } from './transaction.ts'

export type Confirmation = { hash: string; findings: string[]; reason: string; at: string; by: string; confirmer: number }

/** What second persons have confirmed of one hash, the newest first. */
export async function confirmationsOf(db: Db, zoneId: string, hash: string): Promise<Confirmation[]> {
  const rows = await db
    .selectFrom('zone_confirmations')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('hash', '=', hash)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    hash: row.hash, findings: row.findings, reason: row.reason, at: row.confirmed_at, by: row.confirmed_by, confirmer: row.confirmer,
  }))
}

export type NewConfirmation = {
  zoneId: string
  hash: string
  findings: readonly string[]
  reason: string
  at: Date
  by: string
  confirmer: number
}

export async function insertConfirmation(trx: Trx, confirmation: NewConfirmation): Promise<void> {
  await trx
    .insertInto('zone_confirmations')
    .values({
      zone_id: confirmation.zoneId,
      hash: confirmation.hash,
      findings: [...confirmation.findings],
      reason: confirmation.reason,
      confirmed_at: confirmation.at,
      confirmed_by: confirmation.by,
      confirmer: confirmation.confirmer,
    })
    .execute()
}

import { sql } from 'kysely'
import type { Key, KeyScope } from '#shared/schema/key.ts'
import type { Db } from './connect.ts'
import type { Trx } from './transaction.ts'

const keys = (db: Db) =>
  db
    .selectFrom('keys as k')
    .leftJoin('areas as a', 'a.code', 'k.area_code')
    .leftJoin('users as u', 'u.id', 'k.created_by')
    .select([
      'k.id', 'k.name', 'k.prefix', sql<KeyScope[]>`k.scopes`.as('scopes'), 'k.area_code', 'a.name as area_name',
      'u.username as created_by', 'k.created_at', 'k.expires_at', 'k.last_used_at', 'k.revoked_at',
    ])

/** Every key ever made, the newest first. */
export const listKeys = (db: Db): Promise<Key[]> => keys(db).orderBy('k.id', 'desc').execute()

export const keyById = (db: Db, id: number): Promise<Key | undefined> => keys(db).where('k.id', '=', id).executeTakeFirst()

/** The key with this hash, unless it is revoked or its time is over. */
export const liveKey = (db: Db, hash: string): Promise<(Key & { maker_id: number | null }) | undefined> =>
  keys(db)
    .select('u.id as maker_id')
    .where('k.key_hash', '=', hash)
    .where('k.revoked_at', 'is', null)
    .where((e) => e.or([e('k.expires_at', 'is', null), e('k.expires_at', '>', sql<string>`clock_timestamp()`)]))
    .executeTakeFirst()

export type NewKeyRow = {
  name: string
  prefix: string
  hash: string
  scopes: readonly KeyScope[]
  areaCode: string | null
  createdBy: number | null
  expiresAt: string | null
}

export async function insertKey(trx: Trx, key: NewKeyRow): Promise<number> {
  const { id } = await trx
    .insertInto('keys')
    .values({
      name: key.name,
      prefix: key.prefix,
      key_hash: key.hash,
      scopes: [...key.scopes],
      area_code: key.areaCode,
      created_by: key.createdBy,
      expires_at: key.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where there is no such key, or it is revoked already */
export async function revokeKeyRow(trx: Trx, id: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('keys')
    .set({ revoked_at: sql<string>`clock_timestamp()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes the use of a key, at most once a minute. */
export async function touchKey(db: Db, id: number): Promise<void> {
  await db
    .updateTable('keys')
    .set({ last_used_at: sql<string>`clock_timestamp()` })
    .where('id', '=', id)
    .where(sql<boolean>`last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute'`)
    .execute()
}

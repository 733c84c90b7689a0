import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** Begins a session, with a password that was made for one sign-in or otherwise; all times are the database's. */
export async function insertSession(db: Db, idHash: string, userId: number, hours: number, oneTimePassword: boolean): Promise<string> {
  const row = await db
    .insertInto('sessions')
    .values({ id_hash: idHash, user_id: userId, one_time_password: oneTimePassword, expires_at: sql`clock_timestamp() + make_interval(hours => ${hours})` })
    .returning('expires_at')
    .executeTakeFirstOrThrow()
  return row.expires_at
}

export type LiveSession = { userId: number; expiresAt: string; seenAgoS: number; oneTimePassword: boolean }

/** The session, unless it has ended, was idle too long, or its user is disabled. */
export async function liveSession(db: Db, idHash: string, idleMinutes: number): Promise<LiveSession | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select([
      'sessions.user_id as userId',
      'sessions.expires_at as expiresAt',
      'sessions.one_time_password as oneTimePassword',
      sql<number>`extract(epoch from clock_timestamp() - sessions.seen_at)::float8`.as('seenAgoS'),
    ])
    .where('id_hash', '=', idHash)
    .where('users.disabled_at', 'is', null)
    .where('sessions.expires_at', '>', sql<string>`clock_timestamp()`)
    .where('sessions.seen_at', '>', sql<string>`clock_timestamp() - make_interval(mins => ${idleMinutes})`)
    .executeTakeFirst()
}

export async function touchSession(db: Db, idHash: string): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: sql<string>`clock_timestamp()` }).where('id_hash', '=', idHash).execute()
}

/** Ends a session. @returns whose it was, or undefined where it had ended before */
export async function deleteSession(db: Db, idHash: string): Promise<{ userId: number } | undefined> {
  return db.deleteFrom('sessions').where('id_hash', '=', idHash).returning('user_id as userId').executeTakeFirst()
}

/** Ends every session of a user. */
export async function deleteSessionsOf(db: Db, username: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('user_id', 'in', (e) => e.selectFrom('users').select('id').where('username', '=', username))
    .execute()
}

/** Ends every session of a user but one. */
export async function deleteOtherSessions(db: Db, userId: number, idHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('user_id', '=', userId).where('id_hash', '<>', idHash).execute()
}

/** How many sessions each user has now, by the user's id. */
export async function countSessions(db: Db, idleMinutes: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('sessions')
    .select((e) => ['user_id as userId', e.fn.countAll<number>().as('count')])
    .where('expires_at', '>', sql<string>`clock_timestamp()`)
    .where('seen_at', '>', sql<string>`clock_timestamp() - make_interval(mins => ${idleMinutes})`)
    .groupBy('user_id')
    .execute()
  return new Map(rows.map(({ userId, count }) => [userId, count]))
}

/** Removes sessions that have ended. */
export async function deleteEndedSessions(db: Db): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<', sql<string>`clock_timestamp()`).execute()
}

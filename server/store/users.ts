import { sql } from 'kysely'
import type { Role } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import type { Trx } from './transaction.ts'

export type User = {
  id: number
  version: number
  username: string
  post: string
  roles: Role[]
  areaCode: string | null
  areaName: string | null
  demo: boolean
  disabledAt: string | null
  oidcSubject: string | null
}

const users = (db: Db) =>
  db
    .selectFrom('users')
    .leftJoin('areas', 'areas.code', 'users.area_code')
    .select([
      'users.id', 'users.version', 'users.username', 'users.oidc_subject as oidcSubject', 'users.post', 'users.area_code as areaCode', 'users.demo',
      'users.disabled_at as disabledAt', 'areas.name as areaName', sql<Role[]>`users.roles`.as('roles'),
    ])

export const listUsers = (db: Db): Promise<User[]> => users(db).orderBy('users.username').execute()

export const userById = (db: Db, id: number): Promise<User | undefined> =>
  users(db).where('users.id', '=', id).executeTakeFirst()

/** A user who may sign in, with the password's hash. */
export const enabledUser = (db: Db, username: string): Promise<(User & { passwordHash: string; oneTimePassword: boolean }) | undefined> =>
  users(db)
    .select(['users.password_hash as passwordHash', 'users.one_time_password as oneTimePassword'])
    .where('users.username', '=', username)
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst()

export async function countUsers(db: Db): Promise<number> {
  const { count } = await db.selectFrom('users').select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

export type NewUser = {
  username: string
  post: string
  passwordHash: string
  roles: Role[]
  areaCode: string | null
  demo: boolean
  oneTimePassword?: boolean
}

/** @returns the new user's id, or null where the name is taken */
export async function insertUser(db: Db, user: NewUser): Promise<number | null> {
  const row = await db
    .insertInto('users')
    .values({
      username: user.username,
      post: user.post,
      password_hash: user.passwordHash,
      roles: user.roles,
      area_code: user.areaCode,
      demo: user.demo,
      one_time_password: user.oneTimePassword ?? false,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** @returns false where there is no such user */
export async function setPasswordHash(db: Db, username: string, passwordHash: string, oneTimePassword: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ password_hash: passwordHash, one_time_password: oneTimePassword })
    .where('username', '=', username)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type UserRowChange = {
  post?: string
  roles?: Role[]
  areaCode?: string | null
  disabled?: boolean
  /** The subject at the issuer that signs in as this user; null ends the link. */
  oidc?: { issuer: string; subject: string } | null
}

/** Writes the next version of a user. */
export async function updateUser(trx: Trx, id: number, change: UserRowChange): Promise<void> {
  const { post, roles, areaCode, disabled, oidc } = change
  await trx
    .updateTable('users')
    .set({
      version: sql<number>`version + 1`,
      ...(post !== undefined && { post }),
      ...(roles !== undefined && { roles }),
      ...(areaCode !== undefined && { area_code: areaCode }),
      ...(disabled !== undefined && { disabled_at: disabled ? sql<string>`clock_timestamp()` : null }),
      ...(oidc !== undefined && { oidc_issuer: oidc?.issuer ?? null, oidc_subject: oidc?.subject ?? null }),
    })
    .where('id', '=', id)
    .execute()
}

export const userByName = (db: Db, username: string): Promise<User | undefined> =>
  users(db).where('users.username', '=', username).executeTakeFirst()

/** The user, enabled or not, that a subject of a single sign-on is linked to. */
export const linkedUser = (db: Db, issuer: string, subject: string): Promise<User | undefined> =>
  users(db)
    .where('users.oidc_issuer', '=', issuer)
    .where('users.oidc_subject', '=', subject)
    .executeTakeFirst()

/** Enabled administrators other than this user. */
export async function otherAdministrators(db: Db, id: number): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('id', '<>', id)
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`'administrator' = any(roles)`)
    .executeTakeFirstOrThrow()
  return count
}

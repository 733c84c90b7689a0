import type { Role } from '#shared/schema/vocabulary.ts'
import { areaName } from '../store/area-geometry.ts'
import type { Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { deleteSessionsOf } from '../store/sessions.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import { countUsers, insertUser, linkedUser, otherAdministrators, setPasswordHash, updateUser, userByName, type User, type UserRowChange } from '../store/users.ts'
import { Conflict, Invalid, NotFound } from './errors.ts'
import { hashPassword, randomPassword } from './passwords.ts'
import { requireTag, userTag } from './version-tag.ts'

export type UserRequest = { username: string; post: string; password: string; roles: Role[]; areaCode: string | null; oneTimePassword?: boolean }

/**
 * Makes a user; a password that somebody else has seen is to be changed at the first sign-in (`oneTimePassword`).
 * @throws Conflict username_taken; Invalid unknown_area
 */
export async function createUser(store: Store, actor: string, request: UserRequest): Promise<number> {
  const { password, ...user } = request
  const passwordHash = await hashPassword(password)
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    await requireArea(trx, user.areaCode)
    const id = await insertUser(trx, { ...user, passwordHash, demo: false })
    if (id === null) throw new Conflict('username_taken')
    await tell(trx, actor, 'created', user.username, { roles: user.roles, area_code: user.areaCode })
    return id
  })
}

/** Makes the first administrator where there is no user yet. @returns its password, to be shown once, or null */
export async function ensureAdministrator(store: Store): Promise<{ username: string; password: string } | null> {
  if ((await countUsers(store.db)) > 0) return null
  const password = randomPassword()
  const roles: Role[] = ['administrator', 'drafter', 'reviewer', 'publisher']
  await createUser(store, 'system', { username: 'admin', post: '系统管理员 Administrator', password, roles, areaCode: null, oneTimePassword: true })
  return { username: 'admin', password }
}

/**
 * Sets a password, to be changed at the next sign-in, and ends the user's sessions.
 * @throws NotFound
 */
export async function setPassword(store: Store, actor: string, username: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await inTransaction(store, async (trx) => {
    await lockChanges(trx)
    if (!(await setPasswordHash(trx, username, passwordHash, true))) throw new NotFound('not_found', { what: username })
    await deleteSessionsOf(trx, username)
    await tell(trx, actor, 'password_set', username, {})
  })
}

/**
 * Changes a user; with `expected` only the version that it names. Whoever gains or loses a right signs in anew, so no
 * session carries rights from before: its streams end too.
 * @throws NotFound; PreconditionFailed; Conflict last_administrator; Invalid unknown_area
 */
export async function changeUser(
  store: Store,
  actor: string,
  username: string,
  change: UserRowChange,
  expected?: string,
): Promise<User> {
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const user = await requireUser(trx, username)
    if (expected !== undefined) requireTag(expected, userTag(user))
    await requireArea(trx, change.areaCode ?? null)
    const administers = change.roles?.includes('administrator') ?? true
    const leaves = user.roles.includes('administrator') && (!administers || change.disabled === true)
    if (leaves && (await otherAdministrators(trx, user.id)) === 0) throw new Conflict('last_administrator')
    if (change.oidc != null) {
      const linked = await linkedUser(trx, change.oidc.issuer, change.oidc.subject)
      if (linked !== undefined && linked.id !== user.id) throw new Conflict('subject_taken')
    }
    await updateUser(trx, user.id, change)
    const { disabled, roles, areaCode } = change
    const rightsChange = roles !== undefined || areaCode !== undefined || disabled === true
    if (rightsChange) await deleteSessionsOf(trx, username)
    const verb = disabled === undefined ? 'changed' : disabled ? 'disabled' : 'enabled'
    const payload = { ...(roles && { roles }), ...(areaCode !== undefined && { area_code: areaCode }), ...(change.oidc !== undefined && { linked: change.oidc !== null }) }
    await tell(trx, actor, verb, username, payload)
    return requireUser(trx, username)
  })
}

/**
 * Disables a user (and ends the sessions) or enables one again.
 * @throws NotFound; Conflict last_administrator
 */
export async function disableUser(store: Store, actor: string, username: string, disabled: boolean): Promise<void> {
  await changeUser(store, actor, username, { disabled })
}

/**
 * Ends every session of a user, wherever it was begun.
 * @throws NotFound
 */
export async function signOutEverywhere(store: Store, actor: string, username: string): Promise<void> {
  await inTransaction(store, async (trx) => {
    await lockChanges(trx)
    await requireUser(trx, username)
    await deleteSessionsOf(trx, username)
    await tell(trx, actor, 'signed_out', username, {})
  })
}

async function requireUser(trx: Trx, username: string): Promise<User> {
  const user = await userByName(trx, username)
  if (user === undefined) throw new NotFound('not_found', { what: username })
  return user
}

async function requireArea(trx: Trx, code: string | null): Promise<void> {
  if (code !== null && (await areaName(trx, code)) === undefined) throw new Invalid('unknown_area', { code })
}

const tell = (trx: Trx, actor: string, verb: string, subject: string, payload: Record<string, unknown>) =>
  appendEvent(trx, { noun: 'users', verb, subject, actor, public: false, payload })

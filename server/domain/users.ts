import type { Role } from '#shared/schema/vocabulary.ts'
import type { Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { deleteSessionsOf } from '../store/sessions.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import { countUsers, insertUser, setDisabled, setPasswordHash } from '../store/users.ts'
import { Conflict, NotFound } from './errors.ts'
import { hashPassword, randomPassword } from './passwords.ts'

export type UserRequest = { username: string; post: string; password: string; roles: Role[]; areaCode: string | null }

/**
 * Makes a user.
 * @throws Conflict username_taken
 */
export async function createUser(store: Store, actor: string, request: UserRequest): Promise<number> {
  const { password, ...user } = request
  const passwordHash = await hashPassword(password)
  return inTransaction(store, async (trx) => {
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
  await createUser(store, 'system', { username: 'admin', post: '系统管理员 Administrator', password, roles, areaCode: null })
  return { username: 'admin', password }
}

/**
 * Sets a password and ends the user's sessions.
 * @throws NotFound
 */
export async function setPassword(store: Store, actor: string, username: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await inTransaction(store, async (trx) => {
    if (!(await setPasswordHash(trx, username, passwordHash))) throw new NotFound('not_found', { what: username })
    await deleteSessionsOf(trx, username)
    await tell(trx, actor, 'password_set', username, {})
  })
}

/**
 * Disables a user (and ends the sessions) or enables one again.
 * @throws NotFound
 */
export async function disableUser(store: Store, actor: string, username: string, disabled: boolean): Promise<void> {
  await inTransaction(store, async (trx) => {
    if (!(await setDisabled(trx, username, disabled))) throw new NotFound('not_found', { what: username })
    if (disabled) await deleteSessionsOf(trx, username)
    await tell(trx, actor, disabled ? 'disabled' : 'enabled', username, {})
  })
}

const tell = (trx: Trx, actor: string, verb: string, subject: string, payload: Record<string, unknown>) =>
  appendEvent(trx, { noun: 'users', verb, subject, actor, public: false, payload })

import { createHash, randomBytes } from 'node:crypto'
import type { PasswordChange } from '#shared/schema/user.ts'
import type { SessionUser } from '#shared/schema/session.ts'
import type { Config } from '../config.ts'
import type { Store } from '../store/connect.ts'
import { tellSession, type SignInMethod } from './session-events.ts'
import { appendEvent } from '../store/events.ts'
import {
  deleteEndedSessions, deleteOtherSessions, deleteSession, insertSession, liveSession, touchSession,
} from '../store/sessions.ts'
import { clearFailures, countFailure, secondsToWait } from '../store/sign-in-failures.ts'
import { inTransaction } from '../store/transaction.ts'
import { enabledUser, linkedUser, setPasswordHash, userById, type User } from '../store/users.ts'
import type { Actor } from './actor.ts'
import { demoAccountsOffered } from './demo-accounts.ts'
import { Forbidden, TooManyRequests, Unauthenticated } from './errors.ts'
import { hashPassword, passwordFits } from './passwords.ts'

type Context = { store: Store; config: Config }

/** A session just begun: the token goes into the cookie and is kept nowhere else. */
export type SignedIn = { token: string; user: SessionUser }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
// a name may be tried by its owner again within a minute; an address that guesses on waits up to a quarter of an hour
const NAME = { free: 3, maxSeconds: 60 }
const ADDRESS = { free: 10, maxSeconds: 900 }

/**
 * Signs in with a password. Guessing gets slower for the name and for the address.
 * @throws TooManyRequests sign_in_slowed; Unauthenticated sign_in_failed
 */
export async function signIn(context: Context, username: string, password: string, address: string): Promise<SignedIn> {
  const { db } = context.store
  const name = sha256(`name ${username}`)
  const from = sha256(`address ${address}`)
  const seconds = await secondsToWait(db, [name, from])
  if (seconds > 0) throw new TooManyRequests('sign_in_slowed', { seconds })
  const user = await enabledUser(db, username)
  if (!(await passwordFits(user?.passwordHash, password)) || user === undefined) {
    await countFailure(db, name, NAME.free, NAME.maxSeconds)
    await countFailure(db, from, ADDRESS.free, ADDRESS.maxSeconds)
    await inTransaction(context.store, (trx) => tellSession(trx, 'refused', user, 'password'))
    throw new Unauthenticated('sign_in_failed')
  }
  await clearFailures(db, name)
  return begin(context, user, 'password', user.oneTimePassword)
}

/**
 * Signs in as a demo account, without a password.
 * @throws Forbidden demo_accounts_off unless only the demo district is loaded and the server listens on loopback
 */
export async function signInDemo(context: Context, username: string): Promise<SignedIn> {
  const user = (await demoAccountsOffered(context)) ? await enabledUser(context.store.db, username) : undefined
  if (user === undefined || !user.demo) throw new Forbidden('demo_accounts_off')
  return begin(context, user, 'demo')
}

/** Signs in whom a provider vouches for, as the enabled user that the subject is linked to; null where there is none. */
export async function signInLinked(context: Context, issuer: string, subject: string): Promise<SignedIn | null> {
  const user = await linkedUser(context.store.db, issuer, subject)
  return user === undefined || user.disabledAt !== null ? null : begin(context, user, 'single_sign_on')
}

/** Who the token belongs to, or null where it is no (longer a) session. */
export async function sessionOf(context: Context, token: string): Promise<{ actor: Actor; user: SessionUser } | null> {
  const { db } = context.store
  const idHash = sha256(token)
  const session = await liveSession(db, idHash, context.config.sessionIdleMinutes)
  const user = session && (await userById(db, session.userId))
  if (!user || (user.demo && !(await demoAccountsOffered(context)))) return null
  if (session.seenAgoS > 60) await touchSession(db, idHash)
  const actor: Actor = { userId: user.id, username: user.username, post: user.post, roles: user.roles, areaCode: user.areaCode }
  const { oneTimePassword } = session
  return { actor: oneTimePassword ? { ...actor, oneTimePassword } : actor, user: sessionUser(user, session.expiresAt, oneTimePassword) }
}

/** Ends the session of the token, where it is one. */
export async function signOut({ store }: Context, token: string): Promise<void> {
  await inTransaction(store, async (trx) => {
    const ended = await deleteSession(trx, sha256(token))
    if (ended !== undefined) await tellSession(trx, 'signed_out', await userById(trx, ended.userId))
  })
}

/**
 * Changes one's own password: the session goes on under a new token, all others end.
 * @throws TooManyRequests sign_in_slowed; Unauthenticated sign_in_failed
 */
export async function changeOwnPassword(
  context: Context,
  { username }: Actor,
  { current, next }: PasswordChange,
): Promise<SignedIn> {
  const { db } = context.store
  const name = sha256(`name ${username}`)
  const seconds = await secondsToWait(db, [name])
  if (seconds > 0) throw new TooManyRequests('sign_in_slowed', { seconds })
  const user = await enabledUser(db, username)
  if (!(await passwordFits(user?.passwordHash, current)) || user === undefined) {
    await countFailure(db, name, NAME.free, NAME.maxSeconds)
    await inTransaction(context.store, (trx) => tellSession(trx, 'refused', user, 'password_change'))
    throw new Unauthenticated('sign_in_failed')
  }
  const passwordHash = await hashPassword(next)
  const begun = await begin(context, user, 'password_change')
  await inTransaction(context.store, async (trx) => {
    await setPasswordHash(trx, username, passwordHash, false)
    await deleteOtherSessions(trx, user.id, sha256(begun.token))
    const event = { noun: 'users', verb: 'password_changed', subject: username, actor: user.post, public: false, payload: {} }
    await appendEvent(trx, event)
  })
  return begun
}

async function begin({ store, config }: Context, user: User, method: SignInMethod, oneTimePassword = false): Promise<SignedIn> {
  await deleteEndedSessions(store.db)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = await inTransaction(store, async (trx) => {
    await tellSession(trx, 'signed_in', user, method)
    return insertSession(trx, sha256(token), user.id, config.sessionHours, oneTimePassword)
  })
  return { token, user: sessionUser(user, expiresAt, oneTimePassword) }
}

const sessionUser = (user: User, expiresAt: string, oneTimePassword: boolean): SessionUser => ({
  username: user.username,
  post: user.post,
  roles: user.roles,
  area_code: user.areaCode,
  area_name: user.areaName,
  expires_at: expiresAt,
  ...(oneTimePassword && { must_change_password: true }),
})

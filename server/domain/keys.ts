import { createHash, randomBytes } from 'node:crypto'
import type { IssuedKey, Key, KeyScope, NewKey } from '#shared/schema/key.ts'
import type { Role } from '#shared/schema/vocabulary.ts'
import { areaName } from '../store/area-geometry.ts'
import type { Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { insertKey, keyById, liveKey, revokeKeyRow, touchKey } from '../store/keys.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { Invalid, NotFound, Unauthenticated } from './errors.ts'
import { requireUsableText } from './usable-text.ts'

// what the rules of the use cases ask of a scope's holder beside the permission table
const ROLES_OF: Record<KeyScope, readonly Role[]> = {
  read: ['viewer'],
  draft: ['drafter'],
  gates: ['gate_officer'],
  sites: [],
  audit: ['auditor'],
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Who a key acts as. The post that its doings are recorded under is the name it was given.
 * @throws Unauthenticated key_refused for an unknown, revoked or expired key
 */
export async function actorOfKey({ store }: { store: Store }, token: string): Promise<Actor> {
  const key = await liveKey(store.db, sha256(token))
  if (key === undefined) throw new Unauthenticated('key_refused')
  const minuteAgo = Date.now() - 60_000
  if (key.last_used_at === null || Date.parse(key.last_used_at) < minuteAgo) await touchKey(store.db, key.id)
  return {
    userId: key.maker_id ?? 0,
    username: `key:${key.prefix}`,
    post: `接口密钥 key ${key.name}`,
    roles: key.scopes.flatMap((scope) => ROLES_OF[scope]),
    areaCode: key.area_code,
    scopes: key.scopes,
  }
}

/** Who makes or ends a key; `userId` is 0 for the command line. */
type Maker = Pick<Actor, 'userId' | 'post'>

/**
 * Makes a key: 256 random bits, of which only the hash is kept. The event tells what it may do.
 * @throws Invalid unknown_area, unusable_text, review_by_past
 */
export async function issueKey(store: Store, by: Maker, request: NewKey, now: Date): Promise<IssuedKey> {
  const { name, scopes, area_code: areaCode = null, expires_at: expiresAt = null } = request
  requireUsableText(request)
  if (expiresAt !== null && !(new Date(expiresAt) > now)) throw new Invalid('key_end_past')
  const prefix = `sq_${randomBytes(4).toString('hex')}`
  const token = `${prefix}_${randomBytes(32).toString('base64url')}`
  const key = await inTransaction(store, async (trx) => {
    await lockChanges(trx)
    if (areaCode !== null && (await areaName(trx, areaCode)) === undefined) {
      throw new Invalid('unknown_area', { code: areaCode })
    }
    const row = { name, prefix, hash: sha256(token), scopes, areaCode, createdBy: by.userId || null, expiresAt }
    const id = await insertKey(trx, row)
    const payload = { prefix, scopes, area_code: areaCode }
    await appendEvent(trx, { noun: 'keys', verb: 'issued', subject: String(id), actor: by.post, public: false, payload })
    return (await keyById(trx, id))!
  })
  return { key, token }
}

/**
 * Ends a key for good; its open streams end with it.
 * @throws NotFound
 */
export async function revokeKey(store: Store, by: Maker, id: number): Promise<Key> {
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const key = await keyById(trx, id)
    if (key === undefined) throw new NotFound('not_found', { what: id })
    if (!(await revokeKeyRow(trx, id))) return key
    const payload = { prefix: key.prefix }
    await appendEvent(trx, { noun: 'keys', verb: 'revoked', subject: String(id), actor: by.post, public: false, payload })
    return (await keyById(trx, id))!
  })
}

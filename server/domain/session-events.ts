import { appendEvent } from '../store/events.ts'
import type { Trx } from '../store/transaction.ts'
import type { User } from '../store/users.ts'

export type SignInMethod = 'password' | 'demo' | 'single_sign_on' | 'password_change'

/**
 * Records a sign-in, one that was refused, or a sign-out. Never the password or the network address, and of a name that
 * nobody has not even that: people type passwords into the wrong field.
 */
export async function tellSession(trx: Trx, verb: 'signed_in' | 'refused' | 'signed_out', user: User | undefined, method?: SignInMethod): Promise<void> {
  const [subject, actor] = user === undefined ? ['unknown', 'unknown'] : [user.username, user.post]
  await appendEvent(trx, { noun: 'sessions', verb, subject, actor, public: false, payload: method === undefined ? {} : { method } })
}

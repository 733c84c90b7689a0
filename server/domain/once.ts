import { LONG_TEXT } from '#shared/geometry/long-area.ts'
import { bodyWithAreas } from '../geometry-worker/body-with-areas.ts'
import { parsedBodyOf } from '../geometry-worker/geometry.ts'
import type { Store } from '../store/connect.ts'
import { keptResult } from '../store/idempotency.ts'
import type { OnceKey, OnceWrite } from '../store/once-key.ts'
import { Invalid } from './errors.ts'

/**
 * Carries out a change at most once for its Idempotency-Key: the same request again gets what the first one came to,
 * from the row that the first one's transaction wrote. `run` makes its change with the store it is given, in one
 * transaction, and returns that transaction's result as it is. A request that failed has changed nothing and may be
 * sent again. Without a key `run` just runs.
 * @throws Invalid idempotency_key_reused where the key came first with another request
 */
export async function once<T>(store: Store, key: OnceKey | null, run: (store: Store) => Promise<T>): Promise<T> {
  if (key === null) return run(store)
  const known = await resultOf<T>(store, key)
  if (known !== undefined) return known.result
  const write: OnceWrite = { ...key, kept: null }
  try {
    const result = await run({ ...store, once: write })
    if (write.kept !== null && write.kept.result !== result) throw new Error('once: the result is not the transaction’s')
    return result
  } catch (error) {
    // the same request may have been carried out beside this one, which then fails at what that one changed; and where
    // the line broke at the commit nobody knows but the database
    const done = await resultOf<T>(store, key).catch(() => undefined)
    if (done === undefined) throw error
    return done.result
  }
}

async function resultOf<T>(store: Store, { keyHash, fingerprint }: OnceKey): Promise<{ result: T } | undefined> {
  const kept = await keptResult(store.db, keyHash)
  if (kept === undefined) return undefined
  if (kept.fingerprint !== fingerprint) throw new Invalid('idempotency_key_reused')
  return { result: (await readResult(kept.result)) as T }
}

/** A draft with a long line is some megabytes of JSON. */
async function readResult(text: string): Promise<unknown> {
  if (text.length <= LONG_TEXT) return JSON.parse(text)
  const parsed = await parsedBodyOf(Buffer.from(text), Infinity)
  if (!parsed.ok) throw new Error('once: the kept result is not JSON')
  return bodyWithAreas(parsed)
}

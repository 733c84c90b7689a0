/** Waits before a change is sent again after the line broke: nobody knows then whether it was made. */
const RETRY_MS = [500, 2_000]

export type SendOnce = <T>(what: string, send: (key: string) => Promise<T>) => Promise<T>

/**
 * Sends changes with an Idempotency-Key, and again with the same key when the line breaks before the answer is there: a
 * change is made once and its answer is the first one's. `what` is all that makes the request what it is; where nobody
 * ever answered, the same request by the same hand later on goes with the same key.
 */
export function createSendOnce(retryMs: readonly number[] = RETRY_MS): SendOnce {
  const unanswered = new Map<string, string>()
  return async (what, send) => {
    const key = unanswered.get(what) ?? newKey()
    unanswered.set(what, key)
    for (const wait of [...retryMs, null]) {
      try {
        const answer = await send(key)
        unanswered.delete(what)
        return answer
      } catch (error) {
        if (wait === null || error instanceof SyntaxError) throw error
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
    throw new Error('unreachable')
  }
}

/** 128 random bits; `randomUUID` is missing on pages that are not served by https. */
export const newKey = (): string =>
  [...globalThis.crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

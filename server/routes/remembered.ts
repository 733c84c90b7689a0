import { createHash } from 'node:crypto'
import { DomainError } from '../domain/errors.ts'

/** How long what was last known of a credential serves reads while the database cannot be asked. */
const KEPT_MS = 120_000
/** A database that does not answer at all is given so long, where there is something remembered. */
const PATIENCE_MS = 2_000
const MOST_KEPT = 10_000

/**
 * Asks for something by a token and remembers the answer, for reads while the database is away: then nobody can end a
 * session there either. An answer that says no, or that the token is refused, is never overruled, and a write is never
 * let in by memory. Memory holds hashes of tokens.
 */
export function createMemory<T>(now: () => number = () => performance.now()) {
  const known = new Map<string, { value: T; at: number }>()
  return async (token: string, reads: boolean, ask: () => Promise<T | null>): Promise<T | null> => {
    const key = createHash('sha256').update(token).digest('hex')
    const last = known.get(key)
    const usable = reads && last !== undefined && now() - last.at < KEPT_MS
    try {
      const value = await (usable ? withPatience(ask()) : ask())
      known.delete(key)
      if (value === null) return null
      known.set(key, { value, at: now() }) // the newest last: the oldest are forgotten first
      if (known.size > MOST_KEPT) known.delete(known.keys().next().value!)
      return value
    } catch (error) {
      if (error instanceof DomainError) known.delete(key)
      else if (usable) return last.value
      throw error
    }
  }
}

function withPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), PATIENCE_MS)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

import type { FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { once } from '../domain/once.ts'
import { onceKey } from './once-key.ts'

/**
 * Every route that changes something makes its change in here, with the `deps` that `run` is given; what it answers is
 * made from the result alone. A request that comes again with its Idempotency-Key then gets the same answer.
 * @throws Invalid idempotency_key_reused, idempotency_key_unusable
 */
export const writeOnce = <T>(deps: Deps, request: FastifyRequest, run: (deps: Deps) => Promise<T>): Promise<T> =>
  once(deps.store, onceKey(request), (store) => run({ ...deps, store }))

import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import { isLoopback } from '../config.ts'
import { TooManyRequests } from '../domain/errors.ts'
import type { App } from './app-type.ts'

/** Counts a request of an address that has shown no session or key. @throws TooManyRequests too_many_requests */
export type CountRequest = (request: FastifyRequest) => Promise<void>

const MINUTE_MS = 60_000
const MOST_ADDRESSES = 50_000

/**
 * A bound on what one address may ask for in a minute without a session or key, failed credentials among them. Who is
 * signed in is not counted: a command centre stands behind one address. Nor is this machine. 0 is no bound.
 */
export async function createRateLimit(app: App, perMinute: number): Promise<CountRequest> {
  if (perMinute === 0) return async () => {}
  await app.register(rateLimit, { global: false, cache: MOST_ADDRESSES })
  const look = app.createRateLimit({ max: perMinute, timeWindow: MINUTE_MS, allowList: ({ ip }) => isLoopback(ip) })
  return async (request) => {
    const state = await look(request)
    if (!state.isAllowed && state.isExceeded) throw new TooManyRequests('too_many_requests', { seconds: state.ttlInSeconds })
  }
}

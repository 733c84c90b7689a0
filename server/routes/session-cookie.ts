import type { FastifyRequest } from 'fastify'
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { Config } from '../config.ts'

/** How a session's token is kept: out of reach of scripts and of other sites' requests, and over TLS wherever there is TLS. */
export const sessionCookie = (config: Config, { protocol }: FastifyRequest): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict',
  secure: protocol === 'https' || (config.publicOrigin?.startsWith('https:') ?? false),
  maxAge: config.sessionHours * 3600,
})

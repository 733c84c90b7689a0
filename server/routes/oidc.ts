import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { ProblemCode } from '#shared/problem-texts.ts'
import type { Deps } from '../deps.ts'
import { NotFound } from '../domain/errors.ts'
import { signInLinked } from '../domain/sessions.ts'
import { createOidcClient, type OidcAttempt } from '../oidc/oidc-client.ts'
import type { App } from './app-type.ts'
import { SESSION_COOKIE } from './auth-hook.ts'
import { PROBLEMS } from './problem-responses.ts'
import { sessionCookie } from './session-cookie.ts'

const tags = ['session']
const ATTEMPT_COOKIE = 'sanqu_oidc'
const CALLBACK = '/api/session/oidc/callback'
const ATTEMPT_S = 600

/**
 * Signing in through a provider of OpenID Connect. It vouches for a subject; which post that is, an administrator has
 * said before. No account comes into being by itself.
 */
export async function oidcRoutes(app: App, deps: Deps): Promise<void> {
  const client = deps.config.oidc === null ? null : createOidcClient(deps.config.oidc)
  const origin = (request: FastifyRequest) => deps.config.publicOrigin ?? `${request.protocol}://${request.host}`
  // lax: the provider's page leads back here, and a strict cookie would not come along
  const attemptCookie = (request: FastifyRequest) =>
    ({ path: '/api/session/oidc', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: ATTEMPT_S }) as const
  const back = (reply: FastifyReply, problem: ProblemCode, subject?: string) => {
    const query = new URLSearchParams({ sign_in: problem, ...(subject !== undefined && { subject }) })
    return reply.redirect(`/?${query}`, 303)
  }

  app.get(
    '/api/session/oidc',
    {
      schema: {
        operationId: 'beginOidc', tags, summary: 'To the provider’s sign-in page 单点登录',
        response: { 303: Type.Null({ description: 'The provider’s page' }), ...PROBLEMS(404) },
      },
    },
    async (request, reply) => {
      if (client === null) throw new NotFound('oidc_off')
      void reply.header('cache-control', 'no-store')
      try {
        const { url, attempt } = await client.begin(origin(request) + CALLBACK)
        return await reply.setCookie(ATTEMPT_COOKIE, pack(attempt), attemptCookie(request)).redirect(url, 303)
      } catch (error) {
        request.log.warn({ reason: (error as Error).message }, 'the sign-in provider does not answer')
        return back(reply, 'oidc_failed')
      }
    },
  )

  app.get(
    CALLBACK,
    {
      schema: {
        operationId: 'finishOidc', tags, summary: 'Back from the provider 单点登录回调', hide: true,
        response: { 303: Type.Null(), ...PROBLEMS(404) },
      },
    },
    async (request, reply) => {
      if (client === null) throw new NotFound('oidc_off')
      const attempt = unpack(request.cookies[ATTEMPT_COOKIE])
      void reply.header('cache-control', 'no-store').clearCookie(ATTEMPT_COOKIE, { path: '/api/session/oidc' })
      if (attempt === null) return back(reply, 'oidc_failed')
      const subject = await client.finish(new URL(request.url, origin(request)), attempt).catch((error: Error) => {
        request.log.warn({ reason: error.message }, 'the sign-in provider did not vouch')
        return null
      })
      if (subject === null) return back(reply, 'oidc_failed')
      const begun = await signInLinked(deps, client.issuer, subject)
      if (begun === null) return back(reply, 'oidc_not_linked', subject)
      return reply.setCookie(SESSION_COOKIE, begun.token, sessionCookie(deps.config, request)).redirect('/', 303)
    },
  )
}

const pack = (attempt: OidcAttempt): string => Buffer.from(JSON.stringify(attempt)).toString('base64url')

function unpack(cookie: string | undefined): OidcAttempt | null {
  if (cookie === undefined) return null
  try {
    const { state, nonce, verifier } = JSON.parse(Buffer.from(cookie, 'base64url').toString()) as Record<string, unknown>
    return typeof state === 'string' && typeof nonce === 'string' && typeof verifier === 'string' ? { state, nonce, verifier } : null
  } catch {
    return null
  }
}

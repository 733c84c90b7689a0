import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { SessionUser, SignIn } from '#shared/schema/session.ts'
import { PasswordChange } from '#shared/schema/user.ts'
import { changeOwnPassword, signIn, signInDemo, signOut } from '../domain/sessions.ts'
import { signOutEverywhere } from '../domain/users.ts'
import type { Deps } from '../deps.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { SESSION_COOKIE } from './auth-hook.ts'
import { PROBLEMS } from './problem-responses.ts'
import { sessionCookie } from './session-cookie.ts'

const tags = ['session']

/** Signing in and out: server-side sessions in a strict cookie. */
export async function sessionRoutes(app: App, deps: Deps): Promise<void> {
  // a session that was there before is not taken over: nobody can plant one and wait
  const endFormer = async ({ cookies }: FastifyRequest) => {
    const former = cookies[SESSION_COOKIE]
    if (former !== undefined) await signOut(deps, former)
  }

  app.post(
    '/api/session',
    { schema: { operationId: 'signIn', tags, summary: 'Sign in 登录', body: SignIn, response: { 201: SessionUser, ...PROBLEMS(400, 401, 403, 429) } } },
    async (request, reply) => {
      const { username, password } = request.body
      const { token, user } = await signIn(deps, username.trim().toLowerCase(), password, request.ip)
      await endFormer(request)
      return reply.code(201).setCookie(SESSION_COOKIE, token, sessionCookie(deps.config, request)).send(user)
    },
  )

  app.post(
    '/api/session/demo',
    {
      schema: {
        operationId: 'signInDemo', tags, summary: 'Sign in as a demo account 演示账号登录',
        body: Type.Object({ username: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
        response: { 201: SessionUser, ...PROBLEMS(400, 403) },
      },
    },
    async (request, reply) => {
      const { token, user } = await signInDemo(deps, request.body.username)
      await endFormer(request)
      return reply.code(201).setCookie(SESSION_COOKIE, token, sessionCookie(deps.config, request)).send(user)
    },
  )

  app.get(
    '/api/session',
    {
      schema: {
        operationId: 'whoAmI', tags, summary: 'Who is signed in 当前岗位',
        response: { 200: SessionUser, 204: Type.Null({ description: 'Nobody is signed in' }) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return request.sessionUser === null ? reply.code(204).send(null) : reply.send(request.sessionUser)
    },
  )

  app.delete(
    '/api/session',
    { schema: { operationId: 'signOut', tags, summary: 'Sign out 退出', response: { 204: Type.Null() } } },
    async (request, reply) => {
      const token = request.cookies[SESSION_COOKIE]
      if (token !== undefined) await signOut(deps, token)
      return reply.code(204).clearCookie(SESSION_COOKIE, { path: '/' }).send(null)
    },
  )

  app.delete(
    '/api/sessions',
    {
      schema: {
        operationId: 'signOutEverywhere', tags, summary: 'Sign out everywhere 在所有设备退出',
        response: { 204: Type.Null(), ...PROBLEMS(401) },
      },
    },
    async (request, reply) => {
      const { username, post } = actorOf(request)
      await signOutEverywhere(deps.store, post, username)
      return reply.code(204).clearCookie(SESSION_COOKIE, { path: '/' }).send(null)
    },
  )

  app.put(
    '/api/session/password',
    {
      schema: {
        operationId: 'changePassword', tags, summary: 'Change one’s own password 修改密码', body: PasswordChange,
        description: 'The session goes on under a new token; all others of the user end.',
        response: { 200: SessionUser, ...PROBLEMS(400, 401, 403, 429) },
      },
    },
    async (request, reply) => {
      const { token, user } = await changeOwnPassword(deps, actorOf(request), request.body)
      return reply.setCookie(SESSION_COOKIE, token, sessionCookie(deps.config, request)).send(user)
    },
  )
}

import { Type } from 'typebox'
import { NewUser, OneTimePassword, User, UserChange } from '#shared/schema/user.ts'
import type { Deps } from '../deps.ts'
import { randomPassword } from '../domain/passwords.ts'
import { listUserViews, userView } from '../domain/users-read.ts'
import { changeUser, createUser, setPassword, signOutEverywhere } from '../domain/users.ts'
import { userTag } from '../domain/version-tag.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { ifMatch } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { userChangeOf } from './user-change-of.ts'
import { writeOnce } from './write-once.ts'

const tags = ['users']
const params = Type.Object({ username: Type.String({ maxLength: 64 }) })

/** Users, for administrators: posts with roles and an area. Passwords are made here and shown once. */
export async function userRoutes(app: App, deps: Deps): Promise<void> {
  const { store } = deps
  const noStore = { 'cache-control': 'no-store' }

  app.get(
    '/api/users',
    {
      schema: {
        operationId: 'listUsers', tags, summary: 'Users 用户',
        response: { 200: Type.Object({ items: Type.Array(User) }), ...PROBLEMS(401, 403) },
      },
    },
    async (_request, reply) => reply.headers(noStore).send({ items: await listUserViews(deps) }),
  )

  app.post(
    '/api/users',
    {
      schema: {
        operationId: 'addUser', tags, summary: 'Add a user 新增用户', body: NewUser,
        response: { 201: OneTimePassword, ...PROBLEMS(400, 401, 403, 409, 422) },
      },
    },
    async (request, reply) => {
      const password = randomPassword()
      const { username, post, roles, area_code: areaCode = null } = request.body
      await createUser(store, actorOf(request).post, { username, post, password, roles, areaCode, oneTimePassword: true })
      return reply.code(201).headers(noStore).send({ user: await userView(deps, username), password })
    },
  )

  app.patch(
    '/api/users/:username',
    {
      schema: {
        operationId: 'changeUser', tags, summary: 'Change, disable or link a user 修改用户', params,
        headers: ifMatchHeader('u12.3'), body: UserChange,
        response: { 200: User, ...PROBLEMS(400, 401, 403, 404, 409, 412, 422, 428) },
      },
    },
    async (request, reply) => {
      const { username } = request.params
      const change = userChangeOf(request.body, deps.config.oidc?.issuer ?? null)
      const { post } = actorOf(request)
      const tag = ifMatch(request)
      const user = await writeOnce(deps, request, (inside) => changeUser(inside.store, post, username, change, tag))
      return reply.headers({ ...noStore, etag: `"${userTag(user)}"` }).send(await userView(deps, username))
    },
  )

  app.post(
    '/api/users/:username/password',
    {
      schema: {
        operationId: 'resetPassword', tags, summary: 'A new password, shown once 重置密码', params,
        response: { 200: OneTimePassword, ...PROBLEMS(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { username } = request.params
      const password = randomPassword()
      await setPassword(store, actorOf(request).post, username, password)
      return reply.headers(noStore).send({ user: await userView(deps, username), password })
    },
  )

  app.delete(
    '/api/users/:username/sessions',
    {
      schema: {
        operationId: 'signOutUser', tags, summary: 'Sign a user out everywhere 强制退出', params,
        response: { 204: Type.Null(), ...PROBLEMS(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { post } = actorOf(request)
      await writeOnce(deps, request, (inside) => signOutEverywhere(inside.store, post, request.params.username))
      return reply.code(204).send(null)
    },
  )
}

import type { User as UserView } from '#shared/schema/user.ts'
import type { Config } from '../config.ts'
import type { Store } from '../store/connect.ts'
import { countSessions } from '../store/sessions.ts'
import { listUsers, type User } from '../store/users.ts'
import { NotFound } from './errors.ts'

type Context = { store: Store; config: Config }

/** All users by name, with how often each is signed in. */
export async function listUserViews({ store: { db }, config }: Context): Promise<UserView[]> {
  const sessions = await countSessions(db, config.sessionIdleMinutes)
  return (await listUsers(db)).map((user) => view(user, sessions.get(user.id) ?? 0))
}

/** @throws NotFound */
export async function userView(context: Context, username: string): Promise<UserView> {
  const user = (await listUserViews(context)).find((known) => known.username === username)
  if (user === undefined) throw new NotFound('not_found', { what: username })
  return user
}

const view = (user: User, sessions: number): UserView => ({
  id: user.id,
  version: user.version,
  username: user.username,
  post: user.post,
  roles: user.roles,
  area_code: user.areaCode,
  area_name: user.areaName,
  demo: user.demo,
  disabled: user.disabledAt !== null,
  oidc_subject: user.oidcSubject,
  sessions,
})

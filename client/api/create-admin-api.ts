import type { AuditPage } from '#shared/schema/audit.ts'
import type { IssuedKey, Key, NewKey } from '#shared/schema/key.ts'
import type { SessionUser } from '#shared/schema/session.ts'
import type { NewUser, OneTimePassword, PasswordChange, User, UserChange } from '#shared/schema/user.ts'
import type { Request } from './request.ts'

export type AuditQuery = { noun?: string | undefined; q?: string | undefined; since?: string | undefined; until?: string | undefined; cursor?: string | undefined }

/** Calls of the administration screens, and of what everybody may do with their own session. */
export const createAdminApi = (request: Request) => ({
  users: {
    list: () => request<{ items: User[] }>('GET', '/api/users'),
    add: (user: NewUser) => request<OneTimePassword>('POST', '/api/users', { body: user }),
    change: ({ username, id, version }: User, change: UserChange) =>
      request<User>('PATCH', `/api/users/${username}`, { ifMatch: `"u${id}.${version}"`, body: change }),
    resetPassword: (username: string) => request<OneTimePassword>('POST', `/api/users/${username}/password`),
    signOut: (username: string) => request<null>('DELETE', `/api/users/${username}/sessions`),
  },
  keys: {
    list: () => request<{ items: Key[] }>('GET', '/api/keys'),
    add: (key: NewKey) => request<IssuedKey>('POST', '/api/keys', { body: key }),
    revoke: (id: number) => request<Key>('POST', `/api/keys/${id}/revoke`),
  },
  audit: (query: AuditQuery) => request<AuditPage>('GET', '/api/audit', { query: { ...query, limit: 100 } }),
  own: {
    changePassword: (change: PasswordChange) => request<SessionUser>('PUT', '/api/session/password', { body: change }),
    signOutEverywhere: () => request<null>('DELETE', '/api/sessions'),
  },
})

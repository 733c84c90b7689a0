import { Type, type Static } from 'typebox'
import { Role } from './vocabulary.ts'

const AreaCode = Type.Union([Type.String({ pattern: '^[0-9]{12}([0-9]{3})?$' }), Type.Null()], {
  description: 'Jurisdiction; null is everywhere',
})
const Post = Type.String({ minLength: 1, maxLength: 100, description: 'A post, never a person' })
const Roles = Type.Array(Role, { uniqueItems: true })
const Oidc = Type.Union([Type.String({ minLength: 1, maxLength: 255 }), Type.Null()], {
  description: 'Subject at the single sign-on (claim sub) that signs in as this user',
})

/** A user as administrators see it; the entity tag is `"u<id>.<version>"`. */
export const User = Type.Object({
  id: Type.Integer(),
  version: Type.Integer(),
  username: Type.String(),
  post: Type.String(),
  roles: Type.Array(Role),
  area_code: Type.Union([Type.String(), Type.Null()]),
  area_name: Type.Union([Type.String(), Type.Null()]),
  demo: Type.Boolean(),
  disabled: Type.Boolean(),
  oidc_subject: Type.Union([Type.String(), Type.Null()]),
  sessions: Type.Integer({ description: 'Places where the user is signed in now' }),
})
export type User = Static<typeof User>

export const NewUser = Type.Object(
  {
    username: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,63}$' }),
    post: Post,
    roles: Roles,
    area_code: Type.Optional(AreaCode),
  },
  { additionalProperties: false },
)
export type NewUser = Static<typeof NewUser>

export const UserChange = Type.Object(
  {
    post: Type.Optional(Post),
    roles: Type.Optional(Roles),
    area_code: Type.Optional(AreaCode),
    disabled: Type.Optional(Type.Boolean()),
    oidc_subject: Type.Optional(Oidc),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type UserChange = Static<typeof UserChange>

/** A password made by the server: shown this once and kept nowhere. */
export const OneTimePassword = Type.Object({ user: User, password: Type.String() })
export type OneTimePassword = Static<typeof OneTimePassword>

export const PasswordChange = Type.Object(
  {
    current: Type.String({ minLength: 1, maxLength: 256 }),
    next: Type.String({ minLength: 12, maxLength: 256 }),
  },
  { additionalProperties: false },
)
export type PasswordChange = Static<typeof PasswordChange>

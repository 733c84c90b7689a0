import { Type, type Static } from 'typebox'
import { Role } from './vocabulary.ts'

export const SignIn = Type.Object(
  { username: Type.String({ minLength: 1, maxLength: 64 }), password: Type.String({ minLength: 1, maxLength: 256 }) },
  { additionalProperties: false },
)
/** Who is signed in: a post with roles and a jurisdiction, never a named person. */
export const SessionUser = Type.Object({
  username: Type.String(),
  post: Type.String(),
  roles: Type.Array(Role),
  area_code: Type.Union([Type.String(), Type.Null()], { description: 'Jurisdiction; null is everywhere' }),
  area_name: Type.Union([Type.String(), Type.Null()]),
  expires_at: Type.String({ format: 'date-time' }),
  must_change_password: Type.Optional(Type.Boolean({ description: 'Nothing else is allowed before the one-time password is changed' })),
})
export type SessionUser = Static<typeof SessionUser>

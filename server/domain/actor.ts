import type { KeyScope } from '#shared/schema/key.ts'
import type { Role } from '#shared/schema/vocabulary.ts'

/** Who acts: a post with roles and a jurisdiction (null: everywhere). */
export type Actor = {
  /** Of an API key: who made it, so that nobody reviews what their own program drew; 0 where nobody did. */
  userId: number
  username: string
  post: string
  roles: readonly Role[]
  areaCode: string | null
  /** Of an API key: what it may do; absent for a signed-in post. */
  scopes?: readonly KeyScope[]
  /** The session began with a password that somebody else has seen: it may set another and nothing else. */
  oneTimePassword?: boolean
}

import type { Role } from '#shared/schema/vocabulary.ts'

/** Who acts: a post with roles and a jurisdiction (null: everywhere). */
export type Actor = {
  userId: number
  username: string
  post: string
  roles: readonly Role[]
  areaCode: string | null
}

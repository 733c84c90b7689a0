import type { UserChange } from '#shared/schema/user.ts'
import type { UserRowChange } from '../store/users.ts'
import { Invalid } from '../domain/errors.ts'

/**
 * A change of a user as the API says it, for the use case.
 * @throws Invalid oidc_off where a subject is to be linked and no single sign-on is set up
 */
export function userChangeOf(body: UserChange, issuer: string | null): UserRowChange {
  const { area_code: areaCode, oidc_subject: subject, ...rest } = body
  if (subject != null && issuer === null) throw new Invalid('oidc_off')
  return {
    ...rest,
    ...(areaCode !== undefined && { areaCode }),
    ...(subject !== undefined && { oidc: subject === null || issuer === null ? null : { issuer, subject } }),
  }
}

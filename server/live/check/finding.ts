import type { CheckAnswer } from '#shared/schema/check.ts'
import type { LiveZone } from '../../store/live-zones.ts'

/** What was found out about one place, before it is written as JSON or CSV. */
export type Finding = {
  result: CheckAnswer['result']
  reason?: NonNullable<CheckAnswer['reason']>
  explanation?: string
  /** The zones that cover the place, the strictest first; empty unless `in_zone`. */
  zones: readonly LiveZone[]
  address?: NonNullable<CheckAnswer['address']>
}

import type { Crs } from '#shared/schema/vocabulary.ts'
import type { CheckContext } from '../check-context.ts'
import { checkItem } from '../check-item.ts'
import { UNKNOWN } from '../check-point.ts'
import type { Finding } from '../finding.ts'

/** What holds at one item of a stream: whatever is wrong with it is said in its place, and the stream goes on. */
export function checkLine(context: CheckContext, item: unknown, crs: Crs): Finding {
  if (item === undefined) return UNKNOWN.bad_line[context.lang]
  const needsRegister = context.addresses === null && typeof (item as { address?: unknown } | null)?.address === 'string'
  return needsRegister ? UNKNOWN.index_building[context.lang] : checkItem(context, item, crs)
}

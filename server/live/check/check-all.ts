import type { Crs } from '#shared/schema/vocabulary.ts'
import type { CheckContext } from './check-context.ts'
import { checkItem, idTextOf } from './check-item.ts'
import { bufferOf } from './octets.ts'
import { takeTurns } from './take-turns.ts'
import { answerOctets } from './write-answer.ts'

/** The answers for all items in the order asked, as the JSON text of a CheckBatchAnswer in UTF-8. */
export async function checkAllJson(context: CheckContext, items: readonly unknown[], crs: Crs): Promise<Buffer> {
  let octets = '{"answers":['
  await takeTurns(items.length, (i) => {
    if (i > 0) octets += ','
    octets += answerOctets(context, checkItem(context, items[i], crs), idTextOf(items[i]))
  })
  return bufferOf(octets + ']}')
}

import type { Crs } from '#shared/schema/vocabulary.ts'
import { answerText } from './answer-text.ts'
import type { CheckContext } from './check-context.ts'
import { checkItem, idTextOf } from './check-item.ts'
import { takeTurns } from './take-turns.ts'

/** The answers for all items in the order asked, as the JSON text of a CheckBatchAnswer. */
export async function checkAllText(context: CheckContext, items: readonly unknown[], crs: Crs): Promise<string> {
  const texts = new Array<string>(items.length)
  await takeTurns(items.length, (i) => {
    texts[i] = answerText(context, checkItem(context, items[i], crs), idTextOf(items[i]))
  })
  return `{"answers":[${texts.join(',')}]}`
}

import type { Crs } from '#shared/schema/vocabulary.ts'
import { createByteWriter } from './byte-writer.ts'
import type { CheckContext } from './check-context.ts'
import { checkItem, idTextOf } from './check-item.ts'
import { takeTurns } from './take-turns.ts'
import { writeAnswer } from './write-answer.ts'

const USUAL_BYTES = 700
const COMMA = Buffer.from(',')

/** The answers for all items in the order asked, as the JSON text of a CheckBatchAnswer in UTF-8. */
export async function checkAllJson(context: CheckContext, items: readonly unknown[], crs: Crs): Promise<Buffer> {
  const writer = createByteWriter(USUAL_BYTES * items.length)
  writer.text('{"answers":[')
  await takeTurns(items.length, (i) => {
    if (i > 0) writer.bytes(COMMA)
    writeAnswer(writer, context, checkItem(context, items[i], crs), idTextOf(items[i]))
  })
  writer.text(']}')
  return writer.done()
}

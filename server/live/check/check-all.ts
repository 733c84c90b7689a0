import type { CheckAnswer } from '#shared/schema/check.ts'
import type { Crs } from '#shared/schema/vocabulary.ts'
import type { CheckContext } from './check-context.ts'
import { checkItem } from './check-item.ts'

// other requests are let in this often
const SLICE_MS = 8

/** The answers for all items in the order asked, in slices between which the event loop goes on. */
export async function checkAll(context: CheckContext, items: readonly unknown[], crs: Crs): Promise<CheckAnswer[]> {
  const answers: CheckAnswer[] = []
  let sliceEnd = performance.now() + SLICE_MS
  for (const item of items) {
    answers.push(checkItem(context, item, crs))
    if (performance.now() > sliceEnd) {
      await new Promise((resolve) => setImmediate(resolve))
      sliceEnd = performance.now() + SLICE_MS
    }
  }
  return answers
}

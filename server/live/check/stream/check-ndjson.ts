import type { Crs } from '#shared/schema/vocabulary.ts'
import type { CheckContext } from '../check-context.ts'
import { idTextOf } from '../check-item.ts'
import { bufferOf } from '../octets.ts'
import { takeTurns } from '../take-turns.ts'
import { answerOctets } from '../write-answer.ts'
import { checkLine } from './check-line.ts'
import type { Lines } from './line-batches.ts'

/**
 * Answers a stream of CheckItems, one JSON object a line, with a CheckAnswer a line, in the same order. Each batch of
 * lines is answered from the picture of its moment (`context` is asked anew).
 */
export async function* checkNdjson(
  batches: AsyncIterable<Lines>,
  context: () => CheckContext,
  crs: Crs,
): AsyncGenerator<Buffer> {
  for await (const lines of batches) {
    const now = context()
    let octets = ''
    await takeTurns(lines.length, (i) => {
      const item = parsed(lines[i])
      octets += answerOctets(now, checkLine(now, item, crs), idTextOf(item)) + '\n'
    })
    yield bufferOf(octets)
  }
}

function parsed(line: string | null | undefined): unknown {
  try {
    return typeof line === 'string' ? JSON.parse(line) : undefined
  } catch {
    return undefined
  }
}

import type { Crs } from '#shared/schema/vocabulary.ts'
import type { CheckContext } from '../check-context.ts'
import { takeTurns } from '../take-turns.ts'
import { checkLine } from './check-line.ts'
import { CSV_ANSWER_HEADER, csvAnswer } from './csv-answer.ts'
import { csvItem, type CsvColumns } from './csv-header.ts'
import type { Lines } from './line-batches.ts'

// spreadsheets take a file for the local code page without it
const BYTE_ORDER_MARK = '\ufeff'

/** Answers a stream of CSV lines with a CSV line each, in the same order, under a header; otherwise as `checkNdjson`. */
export async function* checkCsv(
  columns: CsvColumns,
  batches: AsyncIterable<Lines>,
  context: () => CheckContext,
  crs: Crs,
): AsyncGenerator<Buffer> {
  yield Buffer.from(`${BYTE_ORDER_MARK}${CSV_ANSWER_HEADER}\r\n`)
  for await (const lines of batches) {
    const now = context()
    let text = ''
    await takeTurns(lines.length, (i) => {
      const item = csvItem(columns, lines[i])
      text += `${csvAnswer(now, checkLine(now, item, crs), item?.id)}\r\n`
    })
    yield Buffer.from(text)
  }
}

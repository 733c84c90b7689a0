import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Crs } from '#shared/schema/vocabulary.ts'
import { Invalid } from '../domain/errors.ts'
import type { CheckContext } from '../live/check/check-context.ts'
import { checkCsv } from '../live/check/stream/check-csv.ts'
import { checkNdjson } from '../live/check/stream/check-ndjson.ts'
import { csvColumns } from '../live/check/stream/csv-header.ts'
import { lineBatches, type Lines } from '../live/check/stream/line-batches.ts'
import { boundedUpload } from './upload-size.ts'

export const NDJSON = 'application/x-ndjson'
export const CSV = 'text/csv'

/** Answers made ahead of what the client has taken: more would only wait in memory. */
const AHEAD = 2

type Replying = Pick<FastifyReply, 'header'> & { send(payload?: unknown): unknown }

/**
 * Answers lines as they come in, in their own format. No faster than the client takes the answers: what it has not
 * taken is not read from it either.
 * @throws Invalid csv_header before anything is answered
 */
export async function answerStream<T extends Replying>(
  reply: T,
  stream: Readable,
  type: string,
  context: () => CheckContext,
  crs: Crs,
): Promise<T> {
  const lines = lineBatches(boundedUpload(stream))
  const isCsv = type.toLowerCase().startsWith(CSV)
  const answers = isCsv ? await csvAnswers(stream, lines, context, crs) : checkNdjson(lines, context, crs)
  reply.header('content-type', isCsv ? `${CSV}; charset=utf-8` : NDJSON)
  reply.header('cache-control', 'no-store')
  reply.send(Readable.from(answers, { highWaterMark: AHEAD }))
  return reply
}

async function csvAnswers(
  stream: Readable,
  lines: AsyncGenerator<Lines>,
  context: () => CheckContext,
  crs: Crs,
): Promise<AsyncGenerator<Buffer>> {
  const first = await lines.next()
  const [header, ...rest] = first.done ? [] : first.value
  const columns = typeof header === 'string' ? csvColumns(header) : null
  if (columns === null) {
    stream.resume() // what is left is let through, so that the client gets to read why
    throw new Invalid('csv_header', { header: (header ?? '').slice(0, 200) })
  }
  return checkCsv(columns, startingWith(rest, lines), context, crs)
}

async function* startingWith(first: Lines, others: AsyncIterable<Lines>): AsyncGenerator<Lines> {
  yield first
  yield* others
}

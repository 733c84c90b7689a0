import { TooLarge } from '../domain/errors.ts'

/** What is read as it comes may be longer than what is read whole: some twenty million places. Bytes. */
export const MOST_UPLOAD = 2 ** 30

export const uploadTooLarge = (limit = MOST_UPLOAD): TooLarge => new TooLarge('upload_too_large', { limit })

/** The chunks of an upload, which ends in a fault where it is longer than it may be: one need not say ahead how long it is. */
export async function* boundedUpload(chunks: AsyncIterable<Uint8Array>, limit = MOST_UPLOAD): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > limit) throw uploadTooLarge(limit)
    yield chunk
  }
}

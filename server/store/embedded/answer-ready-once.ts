import type { PGlite } from '@electric-sql/pglite'

const READY = 0x5a // 'Z', ReadyForQuery: type, length 5, status
const READY_BYTES = 6
const SYNC = 0x53 // 'S'
const SIMPLE_QUERY = 0x51 // 'Q'

/**
 * Makes the engine say that it is ready once a query, as the protocol asks: after Sync or a simple query. PGlite says it
 * straight after an error in Parse, Bind or Execute too, and again at the Sync; a client then takes the second for the
 * answer to its next query, and every answer after that belongs to the query before.
 */
export function answerReadyOnce(db: PGlite): void {
  const exec = db.execProtocolRawStream.bind(db)
  db.execProtocolRawStream = (message, options) => {
    const type = message[0]
    // a start-up message has no type: its first byte is the high byte of its length
    if (type === SYNC || type === SIMPLE_QUERY || type === 0) return exec(message, options)
    return exec(message, { ...options, onRawData: (data) => options.onRawData(withoutReady(data)) })
  }
}

/** The engine hands over whole messages at the end of an answer: a ReadyForQuery is its last six bytes. */
function withoutReady(data: Uint8Array): Uint8Array {
  const start = data.length - READY_BYTES
  const ready = start >= 0 && data[start] === READY && new DataView(data.buffer, data.byteOffset + start).getUint32(1) === READY_BYTES - 1
  return ready ? data.subarray(0, start) : data
}

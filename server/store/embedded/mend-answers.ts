import type { PGlite } from '@electric-sql/pglite'

type Options = Parameters<PGlite['execProtocolRawStream']>[1]

// the client's messages that are looked at
const BIND = 0x42 // 'B'
const EXECUTE = 0x45 // 'E': portal's name, most rows wanted (0 for all)
const SYNC = 0x53 // 'S'
const FLUSH = 0x48 // 'H'
const SIMPLE_QUERY = 0x51 // 'Q'
const READY = 0x5a // 'Z', ReadyForQuery: type, length 5, status
const READY_BYTES = 6
const SUSPENDED = Buffer.from([0x73, 0, 0, 0, 4]) // PortalSuspended: "there are more rows than you wanted"

/**
 * Makes the engine's answers what the protocol says they are.
 *
 * Ready once: it answers ReadyForQuery straight after an error in Parse, Bind or Execute, and again at the Sync; a client
 * takes the second for the answer to its next query, and every answer after that belongs to the query before.
 *
 * Never a result that is none: where GEOS throws (an overlay of nearly coincident edges), the engine leaves the
 * statement midway without an error. It binds and says nothing, or all rows are asked for and it says that there are
 * more; a client asks again, and every answer after that belongs to the query before. Such a statement is made to fail, and its
 * transaction with it. (A simple query inside a transaction cannot be told from one without rows: see ExtendedClient.)
 *
 * Together: what it answers to the steps of a statement goes out at the Sync, as PostgreSQL's does, and not step by step;
 * a write to the socket costs more than most statements.
 */
export function mendAnswers(db: PGlite): void {
  const exec = db.execProtocolRawStream.bind(db)
  let failed = false // until the next Sync the engine passes over whatever comes
  let held: Uint8Array[] = []

  const ask = async (message: Uint8Array, options: Options): Promise<Buffer> => {
    const answers: Uint8Array[] = []
    await exec(message, { ...options, onRawData: (data) => void answers.push(Uint8Array.from(data)) })
    return Buffer.concat(answers)
  }

  const send = (answer: Uint8Array, { onRawData }: Options) => {
    const answers = Buffer.concat([...held, answer])
    held = []
    if (answers.length > 0) onRawData(answers)
  }

  /** An error of its own, so that the engine ends the transaction as it ends every failed one. */
  const giveUp = async (options: Options) => {
    await ask(FAILING_PARSE, options)
    held.push(GAVE_UP)
  }

  const step = async (message: Uint8Array, options: Options) => {
    const answer = await ask(message, options)
    const body = withoutReady(answer)
    const left = !failed && isLeft(message, body)
    held.push(left ? body.subarray(0, -SUSPENDED.length) : body)
    if (left) await giveUp(options)
    failed ||= left || body.length < answer.length
  }

  const query = async (message: Uint8Array, options: Options) => {
    const answer = await ask(message, options)
    if (answer.length > 0) return send(answer, options)
    await giveUp(options)
    send(await ask(SYNC_MESSAGE, options), options)
  }

  db.execProtocolRawStream = async (message, options) => {
    const type = message[0]
    if (type === SIMPLE_QUERY) return query(message, options)
    // a start-up message has no type: its first byte is the high byte of its length
    if (type !== SYNC && type !== FLUSH && type !== 0) return step(message, options)
    if (type === 0) held = [] // of a client that is gone
    if (type !== FLUSH) failed = false
    send(await ask(message, options), options)
  }
}

/** Whether the engine left the statement midway: a portal that is not bound and no error, or more rows than all. */
function isLeft(message: Uint8Array, answer: Buffer): boolean {
  if (message[0] === BIND) return answer.length === 0
  return message[0] === EXECUTE && Buffer.from(message).readInt32BE(message.length - 4) === 0 && answer.subarray(-SUSPENDED.length).equals(SUSPENDED)
}

/** The engine hands over whole messages: a ReadyForQuery is an answer's last six bytes. */
function withoutReady(answer: Buffer): Buffer {
  const start = answer.length - READY_BYTES
  return start >= 0 && answer[start] === READY && answer.readInt32BE(start + 1) === READY_BYTES - 1 ? answer.subarray(0, start) : answer
}

function messageOf(type: string, body: string): Buffer {
  const message = Buffer.from(`${type}0000${body}`)
  message.writeInt32BE(message.length - 1, 1)
  return message
}

const SYNC_MESSAGE = messageOf('S', '')
const FAILING_PARSE = messageOf('P', '\0this statement fails\0\0\0')
const GAVE_UP = messageOf('E', 'SERROR\0VERROR\0CXX000\0MGEOS gave up on a geometry of this statement (TopologyException)\0\0')

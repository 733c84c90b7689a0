import { open } from 'node:fs/promises'
import { fileBytes } from '../file-bytes.ts'
import { ImportError } from '../import-error.ts'

const FIELD = 32

/** Only the text of a .dbf (column names, then records), without the numbers of its header, to tell the encoding by. */
export async function* dbfText(dbf: string): AsyncGenerator<Uint8Array> {
  const header = await readHeader(dbf)
  for (let at = FIELD; at + FIELD <= header.length && header[at] !== 0x0d; at += FIELD) {
    const name = header.subarray(at, at + 11)
    yield name.subarray(0, name.indexOf(0) < 0 ? 11 : name.indexOf(0))
  }
  let skip = header.length
  for await (const chunk of fileBytes(dbf)) {
    if (skip < chunk.length) yield chunk.subarray(skip)
    skip = Math.max(0, skip - chunk.length)
  }
}

/** The number of records a .dbf announces (bytes 4–7 of its header). */
export async function dbfRecordCount(dbf: string): Promise<number> {
  return (await readHeader(dbf)).readUInt32LE(4)
}

async function readHeader(dbf: string): Promise<Buffer> {
  const handle = await open(dbf, 'r')
  try {
    const head = await handle.read(Buffer.alloc(12), 0, 12, 0)
    const length = head.bytesRead < 12 ? 0 : head.buffer.readUInt16LE(8)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    if (length < FIELD || bytesRead < length) throw new ImportError('format_broken', dbf)
    return buffer
  } finally {
    await handle.close()
  }
}

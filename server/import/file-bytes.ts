import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ImportError } from './import-error.ts'

/** Size of a file in bytes; throws ImportError `file_missing` when there is none. */
export async function fileSize(file: string): Promise<number> {
  try {
    const found = await stat(file)
    if (!found.isFile()) throw new ImportError('file_missing', file)
    return found.size
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError('file_missing', file, { cause: error })
  }
}

/** A file's bytes in chunks of 64 KiB; `onBytes` hears how many have been read so far. */
export async function* fileBytes(file: string, onBytes: (read: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  let read = 0
  try {
    for await (const chunk of createReadStream(file)) {
      const bytes = chunk as Uint8Array
      read += bytes.length
      onBytes(read)
      yield bytes
    }
  } catch (error) {
    throw new ImportError('file_unreadable', file, { cause: error })
  }
}

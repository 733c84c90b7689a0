import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

// a line of JSON, filled up so that the columns behind it begin at a multiple of eight
const HEAD_BYTES = 256
const READ_BYTES = 64 * 1024 * 1024

type Head = { key: string; size: number; crc: number }

/** Stores bytes under a key, whole or not at all. @throws when the file cannot be written */
export function writeIndexFile(path: string, key: string, bytes: Uint8Array): void {
  const head: Head = { key, size: bytes.length, crc: crc32(bytes) }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, JSON.stringify(head).padEnd(HEAD_BYTES), { mode: 0o600 })
  writeFileSync(unfinished, bytes, { flag: 'a' })
  renameSync(unfinished, path)
}

/** The bytes stored under the key, in shared memory; null where the file is absent, damaged or of another key. */
export function readIndexFile(path: string, key: string): Uint8Array<SharedArrayBuffer> | null {
  const file = open(path)
  if (file === null) return null
  try {
    const head = readHead(file)
    if (head?.key !== key || fstatSync(file).size !== HEAD_BYTES + head.size) return null
    const bytes = new Uint8Array(new SharedArrayBuffer(head.size))
    for (let at = 0; at < head.size; ) {
      const read = readSync(file, bytes, at, Math.min(READ_BYTES, head.size - at), HEAD_BYTES + at)
      if (read === 0) return null
      at += read
    }
    return crc32(bytes) === head.crc ? bytes : null
  } finally {
    closeSync(file)
  }
}

function open(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch {
    return null // there is none, or none that can be read: the index is made anew
  }
}

function readHead(file: number): Head | null {
  const bytes = Buffer.alloc(HEAD_BYTES)
  if (readSync(file, bytes, 0, HEAD_BYTES, 0) < HEAD_BYTES) return null
  try {
    return JSON.parse(bytes.toString()) as Head
  } catch {
    return null
  }
}

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { cachedDataVersionTag } from 'node:v8'

const digest = (data: Buffer) => createHash('sha1').update(data).digest()

/**
 * Where the code cache of a built file lies. The name carries the file's content, of which V8 compares the length alone,
 * and V8's tag of its version, its flags and the processor: another build and another Node look for another file.
 */
function codeCachePath(path: string, built: Buffer): string {
  const name = `${basename(path, '.js')}-${digest(built).toString('hex').slice(0, 16)}-${cachedDataVersionTag()}`
  return join(dirname(path), 'code-cache', name)
}

/** The code cache of a built file, or null when there is none or it is not as it was written: V8 ends the process over a damaged one. */
export function readCodeCache(path: string, built: Buffer): Buffer | null {
  try {
    const bytes = readFileSync(codeCachePath(path, built))
    const data = bytes.subarray(20)
    return digest(data).equals(bytes.subarray(0, 20)) ? data : null
  } catch {
    return null
  }
}

/** Keeps a code cache for the next starts; whoever reads at the same time gets it whole or not at all. */
export function writeCodeCache(path: string, built: Buffer, data: Buffer): void {
  const target = codeCachePath(path, built)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(`${target}.${process.pid}`, Buffer.concat([digest(data), data]))
  renameSync(`${target}.${process.pid}`, target)
}

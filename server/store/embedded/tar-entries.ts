const BLOCK = 512
const NAME = [0, 100] as const
const SIZE = [124, 136] as const
const TYPE = 156
const PREFIX = [345, 500] as const
const REGULAR = 0x30 // '0'

/** A regular file of a tar archive: its path, its content, and its header and content as they lie in the archive. */
type TarFile = { path: string; content: Buffer; blocks: Buffer }

/** The regular files of a tar archive (ustar), in its order; their bytes are those of the archive, not copies. */
export function* filesOfTar(archive: Buffer): Generator<TarFile> {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const text = ([from, to]: readonly [number, number]) => archive.toString('latin1', at + from, at + to).replace(/\0[^]*$/, '')
    const size = Number.parseInt(text(SIZE), 8)
    const begin = at + BLOCK
    const end = begin + Math.ceil(size / BLOCK) * BLOCK
    const path = [text(PREFIX), text(NAME)].filter((part) => part !== '').join('/')
    if (archive[at + TYPE] === REGULAR) yield { path, content: archive.subarray(begin, begin + size), blocks: archive.subarray(at, end) }
    at = end
  }
}

/** The archive with only the regular files whose path is wanted; its bytes are otherwise as they were. */
export function tarWith(archive: Buffer, wanted: (path: string) => boolean): Buffer {
  const kept = [...filesOfTar(archive)].filter(({ path }) => wanted(path))
  return Buffer.concat([...kept.map(({ blocks }) => blocks), Buffer.alloc(2 * BLOCK)])
}

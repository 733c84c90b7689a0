const BLOCK = 512
const NAME = [0, 100] as const
const SIZE = [124, 136] as const
const TYPE = 156
const PREFIX = [345, 500] as const
const REGULAR = 0x30 // '0'

/** A tar archive (ustar) with only the regular files whose path is wanted; its bytes are otherwise as they were. */
export function tarWith(archive: Buffer, wanted: (path: string) => boolean): Buffer {
  const kept: Buffer[] = []
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const text = ([from, to]: readonly [number, number]) => archive.toString('latin1', at + from, at + to).replace(/\0[^]*$/, '')
    const size = Number.parseInt(text(SIZE), 8)
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK
    const path = [text(PREFIX), text(NAME)].filter((part) => part !== '').join('/')
    if (archive[at + TYPE] === REGULAR && wanted(path)) kept.push(archive.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, Buffer.alloc(2 * BLOCK)])
}

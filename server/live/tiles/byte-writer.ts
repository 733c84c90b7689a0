/** Bytes written one after the other; grows as it is written to. */
export type ByteWriter = { bytes: Uint8Array<ArrayBuffer>; length: number }

export const byteWriter = (size = 256): ByteWriter => ({ bytes: new Uint8Array(size), length: 0 })

/** A copy of what was written. */
export const written = ({ bytes, length }: ByteWriter): Uint8Array<ArrayBuffer> => bytes.slice(0, length)

/** A whole number from 0 below 2^32 as a base-128 varint (protobuf encoding). */
export function writeVarint(writer: ByteWriter, value: number): void {
  makeRoom(writer, 5)
  writer.length = putVarint(writer.bytes, writer.length, value)
}

/** The same at a place in bytes that have room for it; returns the place after it. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  let next = at
  while (rest > 0x7f) {
    bytes[next++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  bytes[next++] = rest
  return next
}

/** A signed whole number of 31 bits, small ones in few bytes whatever their sign (protobuf's zigzag). */
export function writeSigned(writer: ByteWriter, value: number): void {
  makeRoom(writer, 5)
  writer.length = putSigned(writer.bytes, writer.length, value)
}

/** The same at a place in bytes that have room for it; returns the place after it. */
export const putSigned = (bytes: Uint8Array, at: number, value: number): number => putVarint(bytes, at, ((value << 1) ^ (value >> 31)) >>> 0)

/** The first `length` of the bytes as they are. */
export function writeBytes(writer: ByteWriter, bytes: Uint8Array, length = bytes.length): void {
  makeRoom(writer, length)
  writer.length = putBytes(writer.bytes, writer.length, bytes, length)
}

/** The same at a place in bytes that have room for them; returns the place after them. */
function putBytes(into: Uint8Array, at: number, bytes: Uint8Array, length: number): number {
  // a call of `set` costs more than a few bytes
  if (length > 64) into.set(length === bytes.length ? bytes : bytes.subarray(0, length), at)
  else for (let i = 0; i < length; i++) into[at + i] = bytes[i]!
  return at + length
}

/** A protobuf field of bytes: its key, its length, itself. */
export function writeField(writer: ByteWriter, field: number, { bytes, length }: ByteWriter): void {
  makeRoom(writer, length + 10)
  writer.length = putField(writer.bytes, writer.length, field, bytes, length)
}

/** The same at a place in bytes that have room for it; returns the place after it. */
export const putField = (into: Uint8Array, at: number, field: number, bytes: Uint8Array, length: number): number =>
  putBytes(into, putVarint(into, putVarint(into, at, (field << 3) | 2), length), bytes, length)

/** How many bytes a varint takes. */
export const varintLength = (value: number): number => (value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5)

/** Makes room for so many bytes more. */
export function makeRoom(writer: ByteWriter, more: number): void {
  if (writer.length + more <= writer.bytes.length) return
  const larger = new Uint8Array(Math.max(2 * writer.bytes.length, writer.length + more))
  larger.set(writer.bytes)
  writer.bytes = larger
}

/** Bytes written one after the other; grows as it is written to. */
export type ByteWriter = { bytes: Uint8Array<ArrayBuffer>; length: number }

export const byteWriter = (size = 256): ByteWriter => ({ bytes: new Uint8Array(size), length: 0 })

/** A copy of what was written. */
export const written = ({ bytes, length }: ByteWriter): Uint8Array<ArrayBuffer> => bytes.slice(0, length)

/** A whole number from 0 below 2^32 as a base-128 varint (protobuf encoding). */
export function writeVarint(writer: ByteWriter, value: number): void {
  makeRoom(writer, 5)
  const { bytes } = writer
  let rest = value
  while (rest > 0x7f) {
    bytes[writer.length++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  bytes[writer.length++] = rest
}

/** A signed whole number of 31 bits, small ones in few bytes whatever their sign (protobuf's zigzag). */
export function writeSigned(writer: ByteWriter, value: number): void {
  makeRoom(writer, 5)
  writer.length = putSigned(writer.bytes, writer.length, value)
}

/** The same at a place in bytes that have room for it; returns the place after it. */
export function putSigned(bytes: Uint8Array, at: number, value: number): number {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0
  let next = at
  while (rest > 0x7f) {
    bytes[next++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  bytes[next++] = rest
  return next
}

/** The first `length` of the bytes as they are. */
export function writeBytes(writer: ByteWriter, bytes: Uint8Array, length = bytes.length): void {
  makeRoom(writer, length)
  // a call of `set` costs more than a few bytes
  if (length > 64) writer.bytes.set(length === bytes.length ? bytes : bytes.subarray(0, length), writer.length)
  else for (let i = 0; i < length; i++) writer.bytes[writer.length + i] = bytes[i]!
  writer.length += length
}

/** A protobuf field of bytes: its key, its length, itself. */
export function writeField(writer: ByteWriter, field: number, { bytes, length }: ByteWriter): void {
  writeVarint(writer, (field << 3) | 2)
  writeVarint(writer, length)
  writeBytes(writer, bytes, length)
}

/** How many bytes a varint takes. */
export const varintLength = (value: number): number => (value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5)

/** Makes room for so many bytes more. */
export function makeRoom(writer: ByteWriter, more: number): void {
  if (writer.length + more <= writer.bytes.length) return
  const larger = new Uint8Array(Math.max(2 * writer.bytes.length, writer.length + more))
  larger.set(writer.bytes)
  writer.bytes = larger
}

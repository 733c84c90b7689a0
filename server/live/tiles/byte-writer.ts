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
export const writeSigned = (writer: ByteWriter, value: number): void =>
  writeVarint(writer, ((value << 1) ^ (value >> 31)) >>> 0)

/** The first `length` of the bytes as they are. */
export function writeBytes(writer: ByteWriter, bytes: Uint8Array, length = bytes.length): void {
  makeRoom(writer, length)
  // a call of `set` costs more than a few bytes
  if (length > 40) writer.bytes.set(length === bytes.length ? bytes : bytes.subarray(0, length), writer.length)
  else for (let i = 0; i < length; i++) writer.bytes[writer.length + i] = bytes[i]!
  writer.length += length
}

/** A protobuf field of bytes: its key, its length, itself. */
export function writeField(writer: ByteWriter, field: number, { bytes, length }: ByteWriter): void {
  writeVarint(writer, (field << 3) | 2)
  writeVarint(writer, length)
  writeBytes(writer, bytes, length)
}

function makeRoom(writer: ByteWriter, more: number): void {
  if (writer.length + more <= writer.bytes.length) return
  const larger = new Uint8Array(Math.max(2 * writer.bytes.length, writer.length + more))
  larger.set(writer.bytes)
  writer.bytes = larger
}

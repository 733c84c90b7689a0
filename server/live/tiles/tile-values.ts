import { byteWriter, putField, putVarint, varintLength, writeField, writeVarint, written } from './byte-writer.ts'

export type TagValue = string | number | boolean

const VALUE_OF_LAYER = 4
const text = new TextEncoder()

/** A value as entry of a layer's table (MVT 2.1, 4.1): whole numbers from 0 below 2^32 as uint, others as double. */
export function encodeValue(value: TagValue): Uint8Array {
  if (typeof value === 'string') return encodeText(value)
  const inner = byteWriter(16)
  if (typeof value === 'boolean') {
    writeVarint(inner, 7 << 3)
    writeVarint(inner, Number(value))
  } else if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) {
    writeVarint(inner, 5 << 3)
    writeVarint(inner, value)
  } else {
    writeVarint(inner, (3 << 3) | 1)
    new DataView(inner.bytes.buffer).setFloat64(inner.length, value, true)
    inner.length += 8
  }
  const entry = byteWriter(inner.length + 4)
  writeField(entry, VALUE_OF_LAYER, inner)
  return written(entry)
}

// a tile of a county holds thousands of names: one array is made for each, of its size
function encodeText(value: string): Uint8Array {
  const bytes = text.encode(value)
  const { length } = bytes
  const inner = 1 + varintLength(length) + length
  const entry = new Uint8Array(1 + varintLength(inner) + inner)
  const at = putVarint(entry, putVarint(entry, 0, (VALUE_OF_LAYER << 3) | 2), inner)
  putField(entry, at, 1, bytes, length)
  return entry
}

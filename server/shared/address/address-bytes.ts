import type { AddressColumns } from './address-columns.ts'
import type { StringTable } from './string-table.ts'

/** Written in front of stored indexes; changes whenever their meaning does, so that old ones are built anew. */
const magic = 'sanqu-addresses-1'
const kinds = { u8: Uint8Array, u32: Uint32Array, f64: Float64Array }

type Section = { key: string; kind: keyof typeof kinds; at: number; length: number }
type Column = Uint8Array | Uint32Array | Float64Array

/** Why bytes are not an index. */
export type AddressBytesFault = 'not-an-index' | 'other-version' | 'cut-short'

function flatten(columns: AddressColumns): [string, Column][] {
  return Object.entries(columns).flatMap(([key, value]: [string, Column | StringTable]): [string, Column][] =>
    'starts' in value ? [[`${key}.bytes`, value.bytes], [`${key}.starts`, value.starts]] : [[key, value]])
}

function kindOf(column: Column): keyof typeof kinds {
  return column instanceof Float64Array ? 'f64' : column instanceof Uint32Array ? 'u32' : 'u8'
}

/** Columns as bytes: a line of JSON that says what lies where, then the columns, each at a multiple of eight. */
export function columnsToBytes(columns: AddressColumns): Uint8Array {
  const parts = flatten(columns)
  let at = 0
  const sections = parts.map(([key, column]): Section => {
    const section = { key, kind: kindOf(column), at, length: column.length }
    at += Math.ceil(column.byteLength / 8) * 8
    return section
  })
  const head = new TextEncoder().encode(JSON.stringify({ magic, size: at, sections }))
  const start = Math.ceil((head.length + 4) / 8) * 8
  const bytes = new Uint8Array(start + at)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  parts.forEach(([, column], i) => {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), start + (sections[i]?.at ?? 0))
  })
  return bytes
}

function readHead(bytes: Uint8Array): { magic: string; size: number; sections: Section[]; start: number } | null {
  if (bytes.length < 8) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  if (length + 4 > bytes.length || bytes[4] !== 0x7b) return null
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
    if (typeof head !== 'object' || head === null || !('magic' in head) || !('sections' in head)) return null
    return { ...(head as { magic: string; size: number; sections: Section[] }), start: Math.ceil((length + 4) / 8) * 8 }
  } catch {
    return null
  }
}

/** Reads columns from bytes without copying them, unless the bytes do not begin at a multiple of eight. */
export function columnsFromBytes(
  given: Uint8Array,
): { ok: true; columns: AddressColumns } | { ok: false; reason: AddressBytesFault } {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice()
  const head = readHead(bytes)
  if (!head) return { ok: false, reason: 'not-an-index' }
  if (head.magic !== magic) {
    return { ok: false, reason: head.magic.startsWith('sanqu-addresses-') ? 'other-version' : 'not-an-index' }
  }
  if (bytes.length < head.start + head.size) return { ok: false, reason: 'cut-short' }
  const columns: Record<string, Column | Partial<StringTable>> = {}
  for (const { key, kind, at, length } of head.sections) {
    const column = new kinds[kind](bytes.buffer as ArrayBuffer, bytes.byteOffset + head.start + at, length)
    const [table = key, field] = key.split('.')
    columns[table] = field === undefined ? column : { ...columns[table], [field]: column }
  }
  return { ok: true, columns: columns as AddressColumns }
}

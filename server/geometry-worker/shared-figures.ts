import Flatbush from 'flatbush'
import KDBush from 'kdbush'

type Column = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array
type Tree = { tree: 'flatbush' | 'kdbush'; data: ArrayBufferLike }

/** Figures or their index as plain data over shared memory: threads pass them on without a copy. Only `revivedFigures` reads them. */
export type SharedFigures<T> = { readonly shared: unknown; readonly of?: T }

/** The figures with every column and tree moved to shared memory, once; those already there stay. */
export const sharedFigures = <T>(figures: T): SharedFigures<T> => ({ shared: share(figures) })

/** The figures as they were, over the same memory. */
export const revivedFigures = <T>({ shared }: SharedFigures<T>): T => revive(shared) as T

function share(value: unknown): unknown {
  if (value instanceof Flatbush) return { tree: 'flatbush', data: sharedBytes(new Uint8Array(value.data)) }
  if (value instanceof KDBush) return { tree: 'kdbush', data: sharedBytes(new Uint8Array(value.data)) }
  if (ArrayBuffer.isView(value)) return shareColumn(value as Column)
  // lists of names and numbers are short and pass as they are
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value.map(share) : value
  return mapped(value, share)
}

function revive(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value.map(revive) : value
  if (isTree(value)) return value.tree === 'flatbush' ? Flatbush.from(value.data) : KDBush.from(value.data)
  return mapped(value, revive)
}

function mapped(value: unknown, map: (value: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, map(part)]))
}

function shareColumn(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
  const Columns = column.constructor as new (buffer: ArrayBufferLike) => Column
  return new Columns(sharedBytes(bytes))
}

function sharedBytes(bytes: Uint8Array): SharedArrayBuffer {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes.buffer
  const shared = new SharedArrayBuffer(bytes.byteLength)
  new Uint8Array(shared).set(bytes)
  return shared
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && 'tree' in value

import Flatbush from 'flatbush'
import KDBush from 'kdbush'

type Column = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array | Int8Array
type Tree = { tree: 'flatbush' | 'kdbush'; data: ArrayBufferLike }

/** Figures or their index as plain data over shared memory: threads pass them on without a copy. Only `revivedFigures` reads them. */
export type SharedFigures<T> = { readonly shared: unknown; readonly of?: T }

/** The figures with every column and tree moved to shared memory, once; those already there stay. */
export const sharedFigures = <T>(figures: T): SharedFigures<T> => ({ shared: shareWith(new Map())(figures) })

/** The figures as they were, over the same memory. */
export const revivedFigures = <T>({ shared }: SharedFigures<T>): T => revive(shared) as T

/** `moved` remembers where each memory went: what two columns share is moved once. */
function shareWith(moved: Map<ArrayBufferLike, SharedArrayBuffer>): (value: unknown) => unknown {
  const move = (memory: ArrayBufferLike): SharedArrayBuffer => {
    if (memory instanceof SharedArrayBuffer) return memory
    const known = moved.get(memory)
    if (known !== undefined) return known
    const shared = new SharedArrayBuffer(memory.byteLength)
    new Uint8Array(shared).set(new Uint8Array(memory))
    moved.set(memory, shared)
    return shared
  }
  const shareColumn = (column: Column): Column => {
    const Columns = column.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => Column
    return new Columns(move(column.buffer), column.byteOffset, column.length)
  }
  return function share(value: unknown): unknown {
    if (value instanceof Flatbush) return { tree: 'flatbush', data: move(value.data) }
    if (value instanceof KDBush) return { tree: 'kdbush', data: move(value.data) }
    if (ArrayBuffer.isView(value)) return shareColumn(value as Column)
    // lists of names and numbers are short and pass as they are
    if (Array.isArray(value)) return typeof value[0] === 'object' ? value.map(share) : value
    return mapped(value, share)
  }
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

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && 'tree' in value

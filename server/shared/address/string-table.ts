/** Many strings in one buffer: UTF-8 bytes, and where each begins (one more than there are strings). */
export type StringTable = { bytes: Uint8Array; starts: Uint32Array }

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** The string at `index`. */
export function stringAt(table: StringTable, index: number): string {
  const from = table.starts[index] ?? 0
  const to = table.starts[index + 1] ?? from
  return decoder.decode(table.bytes.subarray(from, to))
}

export type StringTableBuilder = { bytes: Uint8Array; used: number; starts: number[] }

export function createStringTableBuilder(): StringTableBuilder {
  return { bytes: new Uint8Array(1024), used: 0, starts: [0] }
}

/** Appends a string. */
export function pushString(builder: StringTableBuilder, text: string): void {
  if (builder.used + text.length * 3 > builder.bytes.length) {
    const bigger = new Uint8Array(Math.max(builder.bytes.length * 2, builder.used + text.length * 3))
    bigger.set(builder.bytes.subarray(0, builder.used))
    builder.bytes = bigger
  }
  builder.used += encoder.encodeInto(text, builder.bytes.subarray(builder.used)).written
  builder.starts.push(builder.used)
}

/** The table of all strings so far, in buffers of just its size. */
export function finishStrings(builder: StringTableBuilder): StringTable {
  return { bytes: builder.bytes.slice(0, builder.used), starts: Uint32Array.from(builder.starts) }
}

/** A table of the given strings. */
export function stringTable(strings: Iterable<string>): StringTable {
  const builder = createStringTableBuilder()
  for (const text of strings) pushString(builder, text)
  return finishStrings(builder)
}

/** How many strings sort before `text` (by UTF-16 code units); the table must be sorted so. */
export function lowerBound(table: StringTable, text: string): number {
  let low = 0
  let high = table.starts.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (stringAt(table, middle) < text) low = middle + 1
    else high = middle
  }
  return low
}

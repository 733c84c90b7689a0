import { writeVarint, type ByteWriter } from '../byte-writer.ts'
import type { TileLayer } from '../tile-layer.ts'
import type { TagValue } from '../tile-values.ts'

/** Sets of tags, each kept once under a number: hundreds of thousands of shapes have a few thousand different ones. */
export type TagSets = {
  numberOf(tags: Record<string, TagValue>): number
  get(number: number): Record<string, TagValue>
  count(): number
}

export function createTagSets(): TagSets {
  const sets: Record<string, TagValue>[] = []
  const numbers = new Map<string, number>()
  return {
    numberOf(tags) {
      const key = JSON.stringify(tags)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, sets.length)
      return sets.push(tags) - 1
    },
    get: (number) => sets[number]!,
    count: () => sets.length,
  }
}

/** Writes a set as the tags of a feature of a layer with these keys (MVT 2.1, 4.4); other tags are left out. */
export function writeTagSet(
  out: ByteWriter,
  layer: TileLayer,
  keys: readonly string[],
  tags: Readonly<Record<string, TagValue>>,
): void {
  out.length = 0
  for (let k = 0; k < keys.length; k++) {
    const value = tags[keys[k]!]
    if (value === undefined) continue
    writeVarint(out, k)
    writeVarint(out, layer.value(value))
  }
}

import { extend } from './cell-builder.ts'
import type { CellBuilder } from './cell-builder.ts'
import { MAP_BITS, MAP_WORDS, PART_EDGES, PART_FIRST_ZONE, PART_LABEL, RECORD_HEAD } from './cell-record.ts'
import { gridFor } from './grid-for.ts'
import { spreadGroup } from './spread-group.ts'

const UNDECIDED = -1

/** Appends the head of a record (cell-record.ts): its label, and the map of the parts that need no look at edges. */
export function writeMap(
  builder: CellBuilder,
  from: number,
  to: number,
  originX: number,
  originY: number,
  bits: number,
  label: number,
  level: number,
): void {
  const { list } = builder
  const grid = gridFor(builder, level, MAP_BITS, originX, originY, bits - MAP_BITS)
  const { labels, touched } = grid
  const length = list.length
  const firstZone = (list.owners[from]! >> 1) + 1
  for (let group = from; group < to; ) {
    const zone = (list.owners[group]! >> 1) + 1
    group = spreadGroup(builder, grid, group, to)
    for (let part = 0; part < labels.length; part++) {
      if (touched[part] === zone && labels[part] === 0) labels[part] = UNDECIDED
    }
  }
  list.length = length

  const head = extend(builder, RECORD_HEAD)
  const { words } = builder
  words[head] = label
  const partsPerWord = labels.length / MAP_WORDS
  for (let w = 0; w < MAP_WORDS; w++) {
    let word = 0
    for (let part = partsPerWord - 1; part >= 0; part--) {
      const answer = labels[w * partsPerWord + part]!
      word = (word << 2) | (answer === 0 ? PART_LABEL : answer === firstZone ? PART_FIRST_ZONE : PART_EDGES)
    }
    words[head + 1 + w] = word
  }
}

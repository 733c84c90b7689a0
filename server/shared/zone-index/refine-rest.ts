import { UNREFINED } from './answer-word.ts'
import type { CellBuilder } from './cell-builder.ts'
import { refineCell } from './refine-cell.ts'
import type { ZoneLayers } from './zone-layers.ts'

/** Refines up to so many root cells that are not; false when none is left. */
export function refineRest(layers: ZoneLayers, cells: number): boolean {
  let left = cells
  for (const builder of [layers.inner, layers.outer]) if (builder) left = refineLayer(builder, left)
  return left === 0
}

/** Returns how many cells it had left to refine. */
function refineLayer(builder: CellBuilder, cells: number): number {
  const { answers, directory } = builder.layer
  let left = cells
  for (let entry = answers.indexOf(UNREFINED); entry >= 0 && left > 0; entry = answers.indexOf(UNREFINED, entry + 1)) {
    refineCell(builder, cellOf(directory, entry), entry)
    left -= 1
  }
  return left
}

/** The root cell of an entry: the reverse of `entryOf`. */
function cellOf(directory: Int32Array, entry: number): number {
  let [low, high] = [0, directory.length / 2 - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (directory[2 * middle + 1]! <= entry) low = middle
    else high = middle - 1
  }
  let bits = directory[2 * low]!
  for (let before = directory[2 * low + 1]!; before < entry; before++) bits &= bits - 1
  return 32 * low + (31 - Math.clz32(bits & -bits))
}

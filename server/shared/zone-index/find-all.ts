import { UNREFINED } from './answer-word.ts'
import { coveringSlots } from './candidates.ts'
import type { CellBuilder } from './cell-builder.ts'
import { entryOf } from './directory.ts'
import { isInLayer, latticeX, latticeY, rootCellAt } from './layer.ts'
import { refineCell } from './refine-cell.ts'

/** Slots of all zones that cover a point, the strictest first; null where the layer says nothing of the point. */
export function findAll(builder: CellBuilder, lng: number, lat: number): number[] | null {
  const { layer, table } = builder
  const x = latticeX(layer, lng)
  const y = latticeY(layer, lat)
  if (!isInLayer(layer, x, y)) return null
  const cell = rootCellAt(layer, x, y)
  const entry = entryOf(layer.directory, cell)
  if (entry < 0 || layer.answers[entry] === 0) return []
  if (layer.answers[entry] === UNREFINED) refineCell(builder, cell, entry)
  return coveringSlots(layer, table, entry, lng, lat)
}

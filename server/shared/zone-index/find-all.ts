import { coveringSlotsFrom } from './candidates.ts'
import type { CellBuilder } from './cell-builder.ts'
import { entryOf } from './directory.ts'
import { findInCell } from './find-strictest.ts'
import { isInLayer, latticeX, latticeY, rootCellAt } from './layer.ts'

export const NONE: readonly number[] = []

/**
 * Slots of all zones that cover the point at lng = `points[i]`, lat = `points[i + 1]`, the strictest first; null where
 * the layer says nothing of the point.
 */
export function findAll(builder: CellBuilder, points: Float64Array, i: number): readonly number[] | null {
  const { layer, table } = builder
  const lng = points[i]!
  const lat = points[i + 1]!
  const x = latticeX(layer, lng)
  const y = latticeY(layer, lat)
  if (!isInLayer(layer, x, y)) return null
  const entry = entryOf(layer.directory, rootCellAt(layer, x, y))
  if (entry < 0) return NONE
  // most points are in no zone, and the strictest is found many times quicker than all
  const first = findInCell(builder, entry, points, i)
  return first < 0 ? NONE : coveringSlotsFrom(layer, table, entry, first, lng, lat)
}

import Flatbush from 'flatbush'
import { DRAWING_ZOOM, EXTENT, type TileId } from '../mercator.ts'
import type { ShapeColumns } from './shape-columns.ts'

/** The shapes drawn in a tile, by their boxes with `reach` units beyond it, in no order. */
export type ShapesNear = (tile: TileId, reach: number) => number[]

/** One index for the shapes of each first zoom: a tile far off never goes through those that only a near one draws. */
export function createShapesNear({ shapes, from, boxes }: ShapeColumns): ShapesNear {
  const byZoom = new Map<number, number[]>()
  for (let shape = 0; shape < shapes; shape++) {
    const list = byZoom.get(from[shape]!)
    if (list) list.push(shape)
    else byZoom.set(from[shape]!, [shape])
  }
  const trees = [...byZoom].map(([zoom, list]) => {
    const index = new Flatbush(list.length, 16, Int32Array)
    for (const shape of list)
      index.add(boxes[4 * shape]!, boxes[4 * shape + 1]!, boxes[4 * shape + 2]!, boxes[4 * shape + 3]!)
    index.finish()
    return { zoom, index, list: Uint32Array.from(list) }
  })
  return ({ z, x, y }, reach) => {
    const unit = 2 ** (DRAWING_ZOOM - z)
    const [west, north] = [(x * EXTENT - reach) * unit, (y * EXTENT - reach) * unit]
    const side = (EXTENT + 2 * reach) * unit
    const found: number[] = []
    for (const { zoom, index, list } of trees)
      if (zoom <= z) for (const i of index.search(west, north, west + side, north + side)) found.push(list[i]!)
    return found
  }
}

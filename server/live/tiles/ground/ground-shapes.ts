import { createShapesNear, type ShapesNear } from './shapes-near.ts'
import type { ShapeColumns } from './shape-columns.ts'
import type { TagSets } from './tag-sets.ts'

/** Shapes of one layer of the basemap. */
export type ShapeLayer = { columns: ShapeColumns; near: ShapesNear; tags: TagSets }

export const shapeLayer = (columns: ShapeColumns, tags: TagSets): ShapeLayer => ({
  columns,
  near: createShapesNear(columns),
  tags,
})

/** Roads and buildings of the whole district in memory, as tiles draw them: `farRoads` up to zoom 13, whole roads. */
export type GroundShapes = { farRoads: ShapeLayer; roads: ShapeLayer; buildings: ShapeLayer }

/** Tiles from this zoom on draw roads piece by piece, with their directions. */
export const NEAR_ROADS_FROM = 14

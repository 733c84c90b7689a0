import { BUILDINGS_FROM, ROADS_FROM } from '../../../store/basemap-zooms.ts'
import type { Db } from '../../../store/connect.ts'
import { buildingShapes, roadShapes, type GroundShape } from '../../../store/ground-shapes.ts'
import { DRAWING_ZOOM, EXTENT, mercatorX, mercatorY } from '../mercator.ts'
import { readWkb } from '../../../store/read-wkb.ts'
import { type GroundShapes, NEAR_ROADS_FROM, shapeLayer } from './ground-shapes.ts'
import { mergeLines } from './merge-lines.ts'
import { addPath, addShape, bytesOf, createShapeColumns } from './shape-columns.ts'
import { createTagSets } from './tag-sets.ts'

// a page is read and laid out in a few milliseconds, and the event loop goes on between two
const PAGE = 1000
/** A building is drawn from the zoom at which it is so many units wide or high; at its first zoom only large ones are. */
const LEAST_UNITS = 8
const LEAST_UNITS_AT_FIRST = 24

/**
 * Reads roads and buildings, laid out for tiles. Null where they would take more than `mostBytes`, or when the work is
 * no longer `wanted`.
 */
export async function loadGroundShapes(db: Db, mostBytes: number, wanted: () => boolean): Promise<GroundShapes | null> {
  const [roads, farRoads, buildings] = [createShapeColumns(), createShapeColumns(), createShapeColumns()]
  const [roadTags, farTags, buildingTags] = [createTagSets(), createTagSets(), createTagSets()]
  const fits = () => wanted() && bytesOf(roads) + bytesOf(farRoads) + bytesOf(buildings) <= mostBytes
  const lines = new Map<number, Int32Array[]>()
  for await (const page of roadShapes(db, PAGE)) {
    for (const shape of page) {
      const from = roadFrom(shape)
      const paths = pathsOf(shape)
      for (const { path } of paths) addPath(roads, path, false)
      addShape(roads, roadTags.numberOf(shape.tags), () => Math.max(from, NEAR_ROADS_FROM))
      if (from >= NEAR_ROADS_FROM) continue
      const { oneway: _, ...tags } = shape.tags
      const set = farTags.numberOf(tags)
      const together = lines.get(set) ?? []
      lines.set(set, together)
      for (const { path } of paths) together.push(path)
    }
    if (!fits()) return null
    await breath()
  }
  for (const [set, pieces] of lines) {
    const from = roadFrom({ tags: farTags.get(set) })
    for (const path of mergeLines(pieces)) {
      addPath(farRoads, path, false)
      addShape(farRoads, set, () => from)
    }
    if (pieces.length > PAGE) await breath()
  }
  lines.clear()
  for await (const page of buildingShapes(db, PAGE)) {
    for (const shape of page) {
      for (const { path, isOuter } of pathsOf(shape)) addPath(buildings, path, isOuter)
      addShape(buildings, buildingTags.numberOf(shape.tags), buildingFrom)
    }
    if (!fits()) return null
    await breath()
  }
  return {
    roads: shapeLayer(roads, roadTags),
    farRoads: shapeLayer(farRoads, farTags),
    buildings: shapeLayer(buildings, buildingTags),
  }
}

const breath = () => new Promise((resolve) => setImmediate(resolve))

// a class without a zoom is drawn nowhere
const roadFrom = ({ tags }: Pick<GroundShape, 'tags'>) => ROADS_FROM[String(tags['class'])] ?? DRAWING_ZOOM + 1

function buildingFrom(width: number, height: number): number {
  const side = Math.max(width, height)
  if (side >= LEAST_UNITS_AT_FIRST * 2 ** (DRAWING_ZOOM - BUILDINGS_FROM)) return BUILDINGS_FROM
  for (let z = BUILDINGS_FROM + 1; z <= DRAWING_ZOOM; z++) if (side >= LEAST_UNITS * 2 ** (DRAWING_ZOOM - z)) return z
  return DRAWING_ZOOM + 1
}

function pathsOf({ wkb }: GroundShape): { path: Int32Array; isOuter: boolean }[] {
  return readWkb(wkb).flatMap(({ paths }) =>
    paths.map((positions, i) => {
      const path = new Int32Array(2 * positions.length)
      positions.forEach((position, v) => {
        path[2 * v] = Math.floor(mercatorX(position[0]) * 2 ** DRAWING_ZOOM * EXTENT)
        path[2 * v + 1] = Math.floor(mercatorY(position[1]) * 2 ** DRAWING_ZOOM * EXTENT)
      })
      return { path, isOuter: i === 0 }
    }),
  )
}

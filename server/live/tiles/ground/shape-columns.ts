import { vertexZooms } from '../vertex-zooms.ts'

/**
 * Lines or polygons in flat columns, 9 bytes a vertex and about 40 a shape: objects for each would take ten times that.
 * Vertices are whole units of DRAWING_ZOOM; `zooms` is the least zoom at which each is drawn.
 */
export type ShapeColumns = {
  path: Int32Array
  zooms: Uint8Array
  /** Before which vertex each path ends; a path is a line or a closed ring. */
  pathEnds: Uint32Array
  /** 1 for the outer ring of a polygon. */
  outer: Uint8Array
  /** Before which path each shape ends. */
  shapeEnds: Uint32Array
  /** Per shape: its number among the tag sets, the zoom from which it is drawn, and [west, north, east, south]. */
  tags: Uint32Array
  from: Uint8Array
  boxes: Int32Array
  vertices: number
  paths: number
  shapes: number
}

export const createShapeColumns = (): ShapeColumns => ({
  path: new Int32Array(2048),
  zooms: new Uint8Array(1024),
  pathEnds: new Uint32Array(256),
  outer: new Uint8Array(256),
  shapeEnds: new Uint32Array(256),
  tags: new Uint32Array(256),
  from: new Uint8Array(256),
  boxes: new Int32Array(1024),
  vertices: 0,
  paths: 0,
  shapes: 0,
})

/** Bytes that the columns have in use. */
export const bytesOf = ({ vertices, paths, shapes }: ShapeColumns): number => 9 * vertices + 5 * paths + 25 * shapes

/** Adds a path (x, y, x, y … in units of DRAWING_ZOOM) to the shape that `addShape` will end. */
export function addPath(columns: ShapeColumns, path: Int32Array, isOuter: boolean): void {
  const end = columns.vertices + path.length / 2
  columns.path = roomFor(columns.path, 2 * end)
  columns.zooms = roomFor(columns.zooms, end)
  columns.path.set(path, 2 * columns.vertices)
  columns.zooms.set(vertexZooms(path), columns.vertices)
  columns.vertices = end
  columns.pathEnds = roomFor(columns.pathEnds, columns.paths + 1)
  columns.outer = roomFor(columns.outer, columns.paths + 1)
  columns.outer[columns.paths] = isOuter ? 1 : 0
  columns.pathEnds[columns.paths++] = end
}

/** Ends a shape of the paths added since the last; `fromZoom` is told its width and height. */
export function addShape(columns: ShapeColumns, tags: number, fromZoom: (width: number, height: number) => number): void {
  const shape = columns.shapes++
  const first = shape === 0 ? 0 : columns.shapeEnds[shape - 1]!
  columns.shapeEnds = roomFor(columns.shapeEnds, shape + 1)
  columns.tags = roomFor(columns.tags, shape + 1)
  columns.from = roomFor(columns.from, shape + 1)
  columns.boxes = roomFor(columns.boxes, 4 * shape + 4)
  let [west, north, east, south] = [2 ** 30, 2 ** 30, -1, -1]
  for (let v = firstVertex(columns, first); v < columns.vertices; v++) {
    const x = columns.path[2 * v]!
    const y = columns.path[2 * v + 1]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < north) north = y
    if (y > south) south = y
  }
  columns.boxes.set([west, north, east, south], 4 * shape)
  columns.shapeEnds[shape] = columns.paths
  columns.tags[shape] = tags
  columns.from[shape] = fromZoom(east - west, south - north)
}

/** The first vertex of a path. */
export const firstVertex = ({ pathEnds }: ShapeColumns, path: number): number => (path === 0 ? 0 : pathEnds[path - 1]!)

function roomFor<T extends Int32Array | Uint32Array | Uint8Array>(column: T, length: number): T {
  if (length <= column.length) return column
  const larger = new (column.constructor as new (length: number) => T)(Math.max(length, Math.ceil(1.5 * column.length)))
  larger.set(column)
  return larger
}

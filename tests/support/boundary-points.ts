import type { MultiPolygon, Position } from 'geojson'

// Corners on a grid of 1/128 degree: each has seven decimals, as stored, and is a binary fraction, so that points of an
// edge at sixteenths lie on it exactly as the computer counts, and every interface is asked about the same place.
const STEP = 1 / 128
const [WEST, SOUTH] = [109.515625, 34.5078125]
const place = ([x, y]: Position): Position => [WEST + x! * STEP, SOUTH + y! * STEP]

/** Edges flat, upright and slanted either way; a hole that touches the shell; and a part that touches the other at a corner. */
export const BORDERED: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [[0, 0], [3, 0], [4, 1], [4, 3], [3, 4], [1, 4], [0, 2], [0, 0]],
      [[0, 1], [1, 3], [2, 3], [3, 2], [2, 1], [0, 1]],
    ],
    [[[4, 3], [6, 2], [7, 4], [5, 5], [4, 3]]],
  ].map((rings) => rings.map((ring) => ring.map(place))),
}

/** The next number of longitude: between 64 and 128 degrees they stand 2⁻⁴⁶ apart. */
const next = ([lng, lat]: Position, side: 1 | -1, inside: boolean) => ({ at: [lng! + side * 2 ** -46, lat!], inside })

export type BoundaryPoint = {
  on: Position
  /** The nearest numbers of longitude beside the edge, and which of them are inside; none at corners and on flat edges. */
  beside: { at: Position; inside: boolean }[]
}

const PARTS = 16

/** Every corner, and every edge at its sixteenths. The inside lies on the left of each edge: shells turn left, holes right. */
export const BOUNDARY_POINTS: readonly BoundaryPoint[] = BORDERED.coordinates.flat().flatMap((ring) =>
  ring.slice(1).flatMap(([x1, y1], i) => {
    const [x0, y0] = ring[i] as [number, number]
    return Array.from({ length: PARTS }, (_, k): BoundaryPoint => {
      const on: Position = [x0 + ((x1! - x0) * k) / PARTS, y0 + ((y1! - y0) * k) / PARTS]
      const isPlain = k > 0 && y1 !== y0
      return { on, beside: isPlain ? [next(on, 1, y1! < y0), next(on, -1, y1! > y0)] : [] }
    })
  }),
)

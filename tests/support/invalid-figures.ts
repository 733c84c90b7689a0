import type { Position } from 'geojson'
import type { GeometryFaultCode } from '#shared/geometry/fault.ts'

/** A figure on a grid of 0 to 10: its polygons with their rings, and a fault that is told of it; null: it is valid. */
export type Figure = { name: string; fault: GeometryFaultCode | null; polygons: Position[][][] }

const rings = (...texts: string[]): Position[][] => texts.map((text) => text.split(' ').map((at) => at.split(',').map(Number)))
const one = (name: string, fault: GeometryFaultCode | null, ...texts: string[]): Figure => ({ name, fault, polygons: [rings(...texts)] })
const many = (name: string, fault: GeometryFaultCode | null, ...parts: Position[][][]): Figure => ({ name, fault, polygons: parts })

const SHELL = '0,0 10,0 10,10 0,10 0,0'
const HOLE = '4,4 4,6 6,6 6,4 4,4'

/** Every way in which OGC's Simple Features (6.1.11, 6.1.14) forbid an area to be, with every kind of exverted and inverted ring. */
export const FIGURES: readonly Figure[] = [
  one('a bow tie', 'self_crossing', '0,0 10,10 10,0 0,10 0,0'),
  one('a star drawn in one line', 'self_crossing', '2,0 5,10 8,0 0,6 10,6 2,0'),
  one('a curl at a corner', 'self_crossing', '0,0 10,0 10,10 4,10 4,4 6,4 6,12 0,12 0,0'),
  one('a shell that meets itself from outside at a corner', 'self_touching', '0,0 5,5 10,0 10,10 5,5 0,10 0,0'),
  one('a shell whose corner meets its own edge', 'self_touching', '0,0 10,0 10,10 5,0 0,10 0,0'),
  one('a shell that runs along itself', 'self_touching', '0,0 10,0 10,10 7,0 3,0 0,10 0,0'),
  one('a hole drawn as a loop of the shell', 'self_touching', '0,0 10,0 10,10 5,10 7,5 3,5 5,10 0,10 0,0'),
  one('a hole that meets itself', 'self_touching', SHELL, '2,2 5,5 2,8 8,8 5,5 8,2 2,2'),
  one('a spike outward', 'spike', '0,0 5,0 5,5 10,9 5,5 0,5 0,0'),
  one('a spike inward', 'spike', '0,0 10,0 10,10 5,10 5,4 5,10 0,10 0,0'),
  one('a spike along an edge', 'spike', '0,0 8,0 10,0 8,0 8,8 0,8 0,0'),
  one('a hole that is the shell again', 'duplicate_ring', SHELL, '0,0 0,10 10,10 10,0 0,0'),
  one('a hole twice', 'duplicate_ring', SHELL, HOLE, '6,6 6,4 4,4 4,6 6,6'),
  many('a part twice', 'duplicate_ring', rings(SHELL), rings('10,10 0,10 0,0 10,0 10,10')),
  one('a hole along the shell', 'shared_edge', SHELL, '0,3 0,7 5,7 5,3 0,3'),
  one('two holes side by side', 'shared_edge', SHELL, '2,4 2,6 5,6 5,4 2,4', '5,4 5,6 8,6 8,4 5,4'),
  many('two parts side by side', 'shared_edge', rings('0,0 5,0 5,10 0,10 0,0'), rings('5,0 10,0 10,10 5,10 5,0')),
  many('two parts along a piece of an edge', 'shared_edge', rings('0,0 5,0 5,10 0,10 0,0'), rings('5,2 10,2 10,8 5,8 5,2')),
  one('a hole outside', 'hole_outside_shell', '0,0 5,0 5,5 0,5 0,0', '6,6 6,9 9,9 9,6 6,6'),
  one('a hole across the shell', 'hole_outside_shell', '0,0 6,0 6,6 0,6 0,0', '4,2 4,4 9,4 9,2 4,2'),
  one('a hole round the shell', 'hole_outside_shell', '3,3 7,3 7,7 3,7 3,3', '0,0 0,10 10,10 10,0 0,0'),
  one('a hole in a hole', 'holes_overlap', SHELL, '2,2 2,8 8,8 8,2 2,2', HOLE),
  one('two holes that cross', 'holes_overlap', SHELL, '2,2 2,6 6,6 6,2 2,2', '4,4 4,8 8,8 8,4 4,4'),
  one('a hole from side to side', 'interior_disconnected', SHELL, '0,5 5,8 10,5 5,2 0,5'),
  one('two holes that cut from side to side', 'interior_disconnected', SHELL, '0,5 2,7 5,5 2,3 0,5', '5,5 8,7 10,5 8,3 5,5'),
  one('holes in a ring', 'interior_disconnected', SHELL, '5,2 3,3 2,5 4,4 5,2', '2,5 3,7 5,8 4,6 2,5', '5,8 7,7 8,5 6,6 5,8', '8,5 7,3 5,2 6,4 8,5'),
  many('a part across another', 'parts_overlap', rings('0,0 6,0 6,6 0,6 0,0'), rings('4,4 10,4 10,10 4,10 4,4')),
  many('a part in another', 'parts_overlap', rings(SHELL), rings(HOLE.split(' ').reverse().join(' '))),
  many('a part larger than the hole it is in', 'parts_overlap', rings(SHELL, '3,3 3,7 7,7 7,3 3,3'), rings('4,2 6,2 6,8 4,8 4,2')),
  one('an open ring', 'ring_not_closed', '0,0 10,0 10,10 0,10'),
  one('an open hole', 'ring_not_closed', SHELL, '4,4 4,6 6,6 6,4'),
  one('there and back', 'too_few_points', '0,0 10,10 0,0'),
  one('two corners, each twice', 'too_few_points', '0,0 10,10 10,10 0,0 0,0'),
  one('one corner', 'too_few_points', '5,5 5,5 5,5 5,5'),
  one('a hole of two corners', 'too_few_points', SHELL, '4,4 6,6 4,4'),
  one('corners in a line', 'spike', '0,0 5,0 10,0 0,0'),
  // what is allowed, and looks alike
  one('a hole that touches the shell at one corner', null, SHELL, '0,5 4,8 4,2 0,5'),
  one('two holes that touch at one corner', null, SHELL, '2,5 3,7 5,5 3,3 2,5', '5,5 7,7 8,5 7,3 5,5'),
  one('a corner twice', null, '0,0 10,0 10,0 10,10 0,10 0,0'),
  one('a corner within an edge', null, '0,0 5,0 10,0 10,10 0,10 0,0'),
  many('two parts that touch at one corner', null, rings('0,0 5,0 5,5 0,5 0,0'), rings('5,5 10,5 10,10 5,10 5,5')),
  many('a part that fits in another’s hole, touching it', null, rings(SHELL, '3,3 3,7 7,7 7,3 3,3'), rings('5,3 7,5 5,7 3,5 5,3')),
]

/** Ways to lay a figure: the four turns, and mirrored. */
export const LAYS: readonly ((at: Position) => Position)[] = [
  ([x, y]) => [x!, y!], ([x, y]) => [-y!, x!], ([x, y]) => [-x!, -y!], ([x, y]) => [y!, -x!], ([x, y]) => [y!, x!],
]

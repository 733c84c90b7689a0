import { orient2d } from 'robust-predicates'

/**
 * Which side of the directed line a → b the point c lies on: positive left, negative right, 0 exactly on the line.
 * The sign is exact (Shewchuk's adaptive predicate); the size is twice the triangle's area, approximately.
 * robust-predicates measures with the y axis pointing down, hence the minus.
 */
export function orientation(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return -orient2d(ax, ay, bx, by, cx, cy)
}

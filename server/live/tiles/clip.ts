/** A path as x, y pairs. */
export type Path = [number, number][]

type Side = { axis: 0 | 1; at: number; keepBelow: boolean }

/**
 * A ring cut to the square low..high (Sutherland–Hodgman, 1974): closed again, and running along the square's edge
 * where it was cut; empty where nothing is left.
 */
export function clipRing(ring: Path, low: number, high: number): Path {
  if (isInside(ring, low, high)) return ring
  let path = ring.slice(0, -1)
  for (const side of sides(low, high)) {
    if (path.length === 0) return []
    path = clipAt(path, side)
  }
  return path.length < 3 ? [] : [...path, path[0]!]
}

function clipAt(path: Path, side: Side): Path {
  const cut: Path = []
  let from = path[path.length - 1]!
  let fromKept = isKept(from, side)
  for (const to of path) {
    const toKept = isKept(to, side)
    if (toKept !== fromKept) cut.push(crossing(from, to, side))
    if (toKept) cut.push(to)
    from = to
    fromKept = toKept
  }
  return cut
}

const sides = (low: number, high: number): Side[] => [
  { axis: 0, at: low, keepBelow: false },
  { axis: 0, at: high, keepBelow: true },
  { axis: 1, at: low, keepBelow: false },
  { axis: 1, at: high, keepBelow: true },
]

const isInside = (path: Path, low: number, high: number) =>
  path.every(([x, y]) => x >= low && x <= high && y >= low && y <= high)

const isKept = (p: [number, number], { axis, at, keepBelow }: Side) => (keepBelow ? p[axis] <= at : p[axis] >= at)

function crossing(a: [number, number], b: [number, number], { axis, at }: Side): [number, number] {
  const t = (at - a[axis]) / (b[axis] - a[axis])
  const other = axis === 0 ? a[1] + t * (b[1] - a[1]) : a[0] + t * (b[0] - a[0])
  return axis === 0 ? [at, other] : [other, at]
}

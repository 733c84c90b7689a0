/**
 * A ring of x, y, x, y … cut to the square low..high (Sutherland–Hodgman, 1974): closed again, and running along the
 * square's edge where it was cut; whole units stay whole; empty where nothing is left.
 */
export function clipRing(ring: readonly number[], low: number, high: number): readonly number[] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i]!
    const y = ring[i + 1]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < north) north = y
    if (y > south) south = y
  }
  if (east < low || west > high || south < low || north > high) return []
  let path = ring
  if (west < low) path = clipAt(path, 0, low, 1)
  if (east > high) path = clipAt(path, 0, high, -1)
  if (north < low) path = clipAt(path, 1, low, 1)
  if (south > high) path = clipAt(path, 1, high, -1)
  return path
}

/** Keeps what lies on one side of a line across an axis: `sign` 1 the greater side, −1 the lesser. */
function clipAt(path: readonly number[], axis: 0 | 1, at: number, sign: 1 | -1): number[] {
  const cut: number[] = []
  if (path.length === 0) return cut
  let fromX = path[0]!
  let fromY = path[1]!
  let fromKept = (axis === 0 ? fromX - at : fromY - at) * sign >= 0
  if (fromKept) cut.push(fromX, fromY)
  for (let i = 2; i < path.length; i += 2) {
    const x = path[i]!
    const y = path[i + 1]!
    const kept = (axis === 0 ? x - at : y - at) * sign >= 0
    if (kept !== fromKept) {
      if (axis === 0) cut.push(at, Math.round(fromY + ((at - fromX) / (x - fromX)) * (y - fromY)))
      else cut.push(Math.round(fromX + ((at - fromY) / (y - fromY)) * (x - fromX)), at)
    }
    if (kept) cut.push(x, y)
    fromX = x
    fromY = y
    fromKept = kept
  }
  if (cut.length > 0 && (cut[0] !== cut[cut.length - 2] || cut[1] !== cut[cut.length - 1])) cut.push(cut[0]!, cut[1]!)
  return cut
}

/**
 * A path of x, y, x, y … with the vertices left out that stray less than `tolerance` from it (Douglas–Peucker); its
 * ends stay.
 */
export function simplify(path: Int32Array, tolerance: number): Int32Array {
  const count = path.length / 2
  if (count <= 4) return path
  const kept = new Uint8Array(count)
  kept[0] = kept[count - 1] = 1
  let left = 2
  const open = [0, count - 1]
  const limit = tolerance * tolerance
  while (open.length > 0) {
    const last = open.pop()!
    const first = open.pop()!
    const farthest = farthestBetween(path, first, last, limit)
    if (farthest === -1) continue
    kept[farthest] = 1
    left += 1
    open.push(first, farthest, farthest, last)
  }
  if (left === count) return path
  const out = new Int32Array(2 * left)
  for (let i = 0, to = 0; i < count; i++) {
    if (kept[i] === 0) continue
    out[to++] = path[2 * i]!
    out[to++] = path[2 * i + 1]!
  }
  return out
}

/** The vertex between two others that lies farthest from the segment between them, if farther than the limit, or −1. */
function farthestBetween(path: Int32Array, first: number, last: number, limit: number): number {
  const ax = path[2 * first]!
  const ay = path[2 * first + 1]!
  const dx = path[2 * last]! - ax
  const dy = path[2 * last + 1]! - ay
  const length = dx * dx + dy * dy
  let farthest = -1
  let most = limit
  for (let i = first + 1; i < last; i++) {
    const px = path[2 * i]! - ax
    const py = path[2 * i + 1]! - ay
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
    const distance = (px - t * dx) ** 2 + (py - t * dy) ** 2
    if (distance > most) {
      most = distance
      farthest = i
    }
  }
  return farthest
}

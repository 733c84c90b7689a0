import type { Path } from './clip.ts'

/** A path with the vertices left out that stray less than `tolerance` from it (Douglas–Peucker); its ends stay. */
export function simplify(path: Path, tolerance: number): Path {
  if (path.length <= 4) return path
  const kept = new Uint8Array(path.length)
  kept[0] = kept[path.length - 1] = 1
  const open: [number, number][] = [[0, path.length - 1]]
  const limit = tolerance * tolerance
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span
    let farthest = -1
    let most = limit
    for (let i = first + 1; i < last; i++) {
      const distance = squaredDistance(path[i]!, path[first]!, path[last]!)
      if (distance > most) {
        most = distance
        farthest = i
      }
    }
    if (farthest === -1) continue
    kept[farthest] = 1
    open.push([first, farthest], [farthest, last])
  }
  return path.filter((_, i) => kept[i] === 1)
}

// squared distance of a point from a segment
function squaredDistance([px, py]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length))
  return (px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2
}

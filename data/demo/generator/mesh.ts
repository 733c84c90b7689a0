import Delaunator from 'delaunator'
import type { Xy } from './vector.ts'

/** An edge between two neighbouring cells and the stretch of boundary they share. */
export type MeshEdge = { left: number; right: number; from: number; to: number }
export type Mesh = {
  seeds: readonly Xy[]
  neighbours: number[][]
  /** Corners of the Voronoi cells, and the local mesh size (circumradius) at each. */
  corners: Xy[]
  size: number[]
  edges: MeshEdge[]
}

const circumcentre = (a: Xy, b: Xy, c: Xy): { at: Xy; radius: number } => {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]]
  const d = 2 * (bx * cy - by * cx)
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy]
  const x = (cy * bb - by * cc) / d
  const y = (bx * cc - cx * bb) / d
  return { at: [a[0] + x, a[1] + y], radius: Math.hypot(x, y) }
}

/** Delaunay triangulation and its dual; corners nearer than half a metre are one corner. */
export const makeMesh = (seeds: readonly Xy[]): Mesh => {
  const { triangles, halfedges } = new Delaunator(Float64Array.from(seeds.flat()))
  const corners: Xy[] = []
  const size: number[] = []
  const byKey = new Map<string, number>()
  const cornerOf = Array.from({ length: triangles.length / 3 }, (_, t) => {
    const [a, b, c] = [0, 1, 2].map((k) => seeds[triangles[t * 3 + k]!]!) as [Xy, Xy, Xy]
    const { at, radius } = circumcentre(a, b, c)
    const key = `${Math.round(at[0] * 2)},${Math.round(at[1] * 2)}`
    const known = byKey.get(key)
    if (known !== undefined) return known
    byKey.set(key, corners.length)
    size.push(radius)
    return corners.push(at) - 1
  })
  const neighbours: number[][] = seeds.map(() => [])
  const edges: MeshEdge[] = []
  for (let e = 0; e < triangles.length; e++) {
    const twin = halfedges[e]!
    const a = triangles[e]!
    const b = triangles[e % 3 === 2 ? e - 2 : e + 1]!
    if (twin < e) continue
    neighbours[a]!.push(b)
    neighbours[b]!.push(a)
    const from = cornerOf[Math.floor(e / 3)]!
    const to = cornerOf[Math.floor(twin / 3)]!
    if (from !== to) edges.push({ left: a, right: b, from, to })
  }
  return { seeds, neighbours, corners, size, edges }
}

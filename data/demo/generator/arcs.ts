import type { Mesh } from './mesh.ts'
import { simplify, smooth } from './polyline.ts'
import { insideRing, signedArea } from './polygon.ts'
import type { Ring } from './polygon.ts'
import type { Xy } from './vector.ts'

/** A stretch of boundary between two nodes, shared by the areas on its two sides. */
export type Arc = { line: Xy[]; left: number; right: number; from: number; to: number }

const shape = (mesh: Mesh, corners: readonly number[]): Xy[] => {
  const size = corners.map((c) => Math.min(mesh.size[c]!, 400))
  const raw = corners.map((c) => mesh.corners[c]!)
  const kept = simplify(raw, (i) => Math.min(0.62 * size[i]!, 78))
  const line = kept.map((i) => raw[i]!)
  const once = smooth(line, (i) => 0.7 * size[kept[i]!]!)
  if (once.length < 4) return once
  const twice = smooth(once, (i) => (i % 2 === 0 ? 22 : 34))
  const fine = Math.min(6, 0.3 * Math.min(...size))
  return simplify(twice, () => fine).map((i) => twice[i]!)
}

/** Boundaries between cells of different label as shared arcs; simplified and rounded once, so neighbours fit exactly. */
export const makeArcs = (mesh: Mesh, label: (cell: number) => number): Arc[] => {
  const edges = mesh.edges.filter((e) => label(e.left) !== label(e.right))
  const at = new Map<number, number[]>()
  edges.forEach((e, i) => {
    for (const corner of [e.from, e.to]) at.set(corner, [...(at.get(corner) ?? []), i])
  })
  const used = new Set<number>()
  const arcs: Arc[] = []
  const walk = (start: number, first: number): void => {
    const [left, right] = edges[first]!.from === start ? [edges[first]!.left, edges[first]!.right] : [edges[first]!.right, edges[first]!.left]
    const corners = [start]
    let here = start
    let edge: number | undefined = first
    while (edge !== undefined) {
      used.add(edge)
      here = edges[edge]!.from === here ? edges[edge]!.to : edges[edge]!.from
      corners.push(here)
      const onward: number[] = at.get(here)!
      edge = here !== start && onward.length === 2 ? onward.find((i) => !used.has(i)) : undefined
    }
    arcs.push({ line: shape(mesh, corners), left: label(left), right: label(right), from: start, to: here })
  }
  for (const [corner, list] of at) if (list.length !== 2) for (const i of list) if (!used.has(i)) walk(corner, i)
  edges.forEach((e, i) => {
    if (!used.has(i)) walk(e.from, i)
  })
  return arcs
}

const heading = (line: readonly Xy[]): number => Math.atan2(line[1]![1] - line[0]![1], line[1]![0] - line[0]![0])

/** Rings of the ground whose arcs satisfy `member` on one side only: outer rings counter-clockwise with their holes. */
export const dissolve = (arcs: readonly Arc[], member: (label: number) => boolean): { outer: Ring; holes: Ring[] }[] => {
  const sides = arcs.flatMap((arc) => {
    if (member(arc.left) === member(arc.right)) return []
    return [member(arc.left) ? arc : { ...arc, line: [...arc.line].reverse(), from: arc.to, to: arc.from }]
  })
  const open = new Set(sides)
  const rings: Ring[] = []
  for (const start of sides) {
    if (!open.delete(start)) continue
    const ring: Xy[] = start.line.slice(0, -1)
    let last = start
    while (last.to !== start.from) {
      const back = heading([...last.line].reverse())
      const turn = (s: Arc): number => (heading(s.line) - back + 4 * Math.PI) % (2 * Math.PI)
      const onward = [...open].filter((s) => s.from === last.to).sort((a, b) => turn(a) - turn(b))
      const next = onward.at(-1)
      if (!next) throw new Error(`boundary ends at ${last.line.at(-1)!.join(',')}`)
      open.delete(next)
      ring.push(...next.line.slice(0, -1))
      last = next
    }
    rings.push(ring)
  }
  const outers = rings.filter((r) => signedArea(r) > 0)
  return outers.map((outer) => ({ outer, holes: rings.filter((r) => signedArea(r) < 0 && insideRing(r[0]!, outer)) }))
}

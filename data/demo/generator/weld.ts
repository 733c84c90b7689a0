import { keyOf, snap } from './projection.ts'
import type { Road } from './road.ts'
import { dist } from './vector.ts'
import type { Xy } from './vector.ts'

/** True for what does not meet the roads of the ground level except at its ends. */
export const apart = (road: Road): boolean =>
  road.class === 'rail' || road.class === 'ferry' || road.class === 'motorway' || road.class === 'motorway_link' || Boolean(road.layer)

/** Roads on written coordinates, consecutive equal ones dropped. */
export const distinct = (roads: readonly Road[]): Road[] =>
  roads
    .map((r) => ({ ...r, line: r.line.map(snap).filter((p, i, all) => i === 0 || keyOf(p) !== keyOf(all[i - 1]!)) }))
    .filter((r) => r.line.length > 1)

/** Moves ground-level vertices within `radius` metres of one another onto one of them; ends of bridges and ramps do not move. */
export const weld = (roads: readonly Road[], radius: number): Road[] => {
  const cells = new Map<string, Xy[]>()
  const cell = (p: Xy, dx: number, dy: number): string => `${Math.floor(p[0] / radius) + dx},${Math.floor(p[1] / radius) + dy}`
  const settle = (p: Xy): Xy => {
    for (const dx of [0, -1, 1]) for (const dy of [0, -1, 1]) {
      const known = cells.get(cell(p, dx, dy))?.find((q) => dist(p, q) < radius)
      if (known) return known
    }
    cells.set(cell(p, 0, 0), [...(cells.get(cell(p, 0, 0)) ?? []), p])
    return p
  }
  for (const r of roads) if (apart(r)) [r.line[0]!, r.line.at(-1)!].forEach(settle)
  return distinct(roads.map((r) => (apart(r) ? r : { ...r, line: r.line.map(settle) })))
}

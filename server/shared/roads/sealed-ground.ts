import type { MultiPolygon } from 'geojson'
import { areaM2 } from '../geometry/area-m2.ts'
import { insideBuildings, peopleIn } from './inside-buildings.ts'
import type { LeastGates } from './least-gates.ts'
import type { RoadPicture } from './road-picture.ts'
import { sealedLine } from './sealed-line.ts'

/** The sealed line; `between` is the ground and the people that it takes in beside the drawn one. */
export type SealedGround = { sealed: MultiPolygon; between: { areaM2: number; buildings: number; people: number } }

/** What a least gate set seals in. */
export function sealedGround({ graph, buildings }: RoadPicture, area: MultiPolygon, gates: LeastGates & { ok: true }): SealedGround {
  const sealed = sealedLine(graph, area, gates)
  const edges = new Set(gates.within)
  const taken = new Set(insideBuildings(buildings, sealed))
  // who lives along a road that is sealed in is sealed in, wherever the line itself runs
  for (let i = 0; i < buildings.edge.length; i++) if (edges.has(buildings.edge[i]!)) taken.add(i)
  for (const i of insideBuildings(buildings, area)) taken.delete(i)
  const between = [...taken]
  return {
    sealed,
    between: { areaM2: Math.max(0, areaM2(sealed) - areaM2(area)), buildings: between.length, people: Math.round(peopleIn(buildings, between)) },
  }
}

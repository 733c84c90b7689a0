import type { County } from './county.ts'
import { insideRing } from './polygon.ts'
import type { Xy } from './vector.ts'

/** Finds the village or community whose ground holds a point, or -1 outside the county. */
export const createUnitFinder = (county: County): ((p: Xy) => number) => {
  const grounds = county.units.map((_, unit) => county.ground((u) => u === unit).polygons.map((g) => g.outer))
  return (p) => grounds.findIndex((outers) => outers.some((ring) => insideRing(p, ring)))
}

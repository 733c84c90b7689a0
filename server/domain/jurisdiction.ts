import type { Geometry } from 'geojson'
import { areaName, isWithinArea } from '../store/area-geometry.ts'
import type { Db } from '../store/connect.ts'
import type { Actor } from './actor.ts'
import { Forbidden } from './errors.ts'

/** Edges of areas come from several sources; a line this far beyond one is meant to be on it. Metres. */
const TOLERANCE_M = 5

/**
 * Refuses what reaches beyond the actor's area; an actor without an area may act everywhere.
 * @throws Forbidden outside_jurisdiction
 */
export async function requireJurisdiction(db: Db, actor: Actor, ...geometries: Geometry[]): Promise<void> {
  const { areaCode } = actor
  if (areaCode === null) return
  for (const geometry of geometries) {
    if (await isWithinArea(db, areaCode, geometry, TOLERANCE_M)) continue
    throw new Forbidden('outside_jurisdiction', { area: (await areaName(db, areaCode)) ?? areaCode })
  }
}

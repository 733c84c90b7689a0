import type { MultiPolygon } from 'geojson'
import { DEFAULT_AREA_LIMITS } from '#shared/geometry/limits.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import { areaM2Of } from '../geometry-worker/geometry.ts'
import type { Db } from '../store/connect.ts'
import { areasLessZones, stricterZones, unknownCodes } from '../store/ground.ts'
import { checkedGround, MAX_GROUND_M2 } from './ground-checked.ts'
import { groundFault, type Ground } from './ground-fault.ts'

/** A county with ten thousand zones taken out of it; no hand draws that, so the limit for drawn lines does not hold. */
const MAX_VERTICES = 5_000_000

/** The kinds above one, the strictest first. */
export const stricterThan = (kind: ZoneKind): ZoneKind[] => ZONE_KINDS.slice(0, ZONE_KINDS.indexOf(kind))

/** The union of areas and compounds. */
export const groundOfAreas = (db: Db, codes: readonly string[]): Promise<Ground> => overlay(db, codes, [])

/**
 * The union of areas less every stricter zone in force, internal ones too. An invalid neighbour stops it and is named:
 * an overlay with it would be wrong without saying so.
 */
export async function groundLess(db: Db, kind: ZoneKind, codes: readonly string[]): Promise<Ground> {
  const stricter = await stricterZones(db, codes, stricterThan(kind))
  const broken = stricter.filter((zone) => !zone.valid)
  if (broken.length > 0) return groundFault('neighbour_invalid', { zones: broken.map((zone) => zone.zoneId).join(', ') })
  return overlay(db, codes, stricter.map((zone) => zone.zoneId))
}

async function overlay(db: Db, codes: readonly string[], zoneIds: readonly string[]): Promise<Ground> {
  const unknown = await unknownCodes(db, codes)
  if (unknown.length > 0) return groundFault('unknown_units', { codes: unknown.join(', ') })
  const ground: MultiPolygon | null = await areasLessZones(db, codes, zoneIds)
  // less than a square metre is what two outlines of one edge leave between them
  if (ground === null || (await areaM2Of(ground)) < DEFAULT_AREA_LIMITS.minAreaM2) return groundFault('empty_ground')
  return checkedGround(db, ground, { maxAreaM2: MAX_GROUND_M2, maxVertices: MAX_VERTICES })
}

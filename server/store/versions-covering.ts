import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** `ID.version` of each version of the zones whose ground covers a point (degrees, EPSG:4326; edges are inside). */
export async function versionsCovering(db: Db, zoneIds: readonly string[], lng: number, lat: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select v.zone_id || '.' || v.version as id from zone_versions v
    where v.zone_id = any(${[...zoneIds]}::text[]) and ST_Covers(v.geom, ST_SetSRID(ST_MakePoint(${lng}, ${lat}), 4326))`.execute(db)
  return rows.map((row) => row.id)
}

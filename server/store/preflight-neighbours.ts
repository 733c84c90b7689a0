import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import { THRESHOLDS } from '#shared/review/thresholds.ts'
import type { Neighbour } from '#shared/schema/preflight.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import { OVERLAY_GRID, toGeom } from './geometry.ts'
import { IN_FORCE } from './periods.ts'

const M_PER_DEGREE = 110_574
const GAP_DEGREES = THRESHOLDS.gapM / M_PER_DEGREE
/** Farther round than any gap that is looked for. */
const ROUND_DEGREES = 20 * GAP_DEGREES

/** On the local scale the stored corners are on no grid: one so fine (0.1 mm) that none of them moves. */
const FINE_GRID = sql<number>`1e-9::float8`

export type NeighbourRow = Neighbour & { valid: boolean }

/**
 * The zones in force, other than the zone itself and those of `following` kinds that are made anew with it, that a
 * ground overlaps or leaves a gap to. A gap is what closing the two grounds by `gapM` fills between them: both are
 * brought to a local scale, grown and shrunk with sharp corners, and what is new and touches both is counted.
 */
export async function neighboursOf(
  db: Db,
  zoneId: string,
  ground: MultiPolygon,
  following: readonly ZoneKind[],
): Promise<NeighbourRow[]> {
  const { rows } = await sql<NeighbourRow>`
    with ground as materialized (
      select geom, ST_Expand(geom, ${ROUND_DEGREES}::float8) as box, cos(radians(ST_Y(ST_Centroid(geom)))) as narrow
      from (select ${toGeom(ground)} as geom) given
    ), near as materialized (
      select p.zone_id, z.kind, v.name, v.name_en, v.geom, ST_IsValid(v.geom) as valid
      from zone_periods p join zone_versions v using (zone_id, version) join zones z on z.id = p.zone_id, ground
      where ${IN_FORCE} and p.zone_id <> ${zoneId} and v.geom && ground.box
        and not (z.kind = any(${following}::text[])
          and (v.definition ->> 'type' = 'rest_of' or v.definition ->> 'minus_stricter' = 'true'))
    ), overlapping as (
      select zone_id, case when valid and ST_Relate(near.geom, ground.geom, 'T********')
        then ST_Area(ST_Intersection(near.geom, ground.geom, ${OVERLAY_GRID})::geography) else 0 end as m2
      from near, ground
    ), pair as materialized (
      select zone_id, narrow,
        ST_Scale(ST_Intersection(ground.geom, win, ${OVERLAY_GRID}), narrow, 1) as mine, ST_Scale(ST_Intersection(near.geom, win, ${OVERLAY_GRID}), narrow, 1) as theirs
      from near, ground, lateral (
        select ST_Intersection(ST_Envelope(box), ST_Envelope(ST_Expand(near.geom, ${ROUND_DEGREES}::float8))) as win) w
      where valid and ST_DWithin(near.geom, ground.geom, ${2 * GAP_DEGREES}::float8 / narrow)
    ), closed as (
      select zone_id, narrow, mine, theirs, ST_Difference(
        ST_Buffer(ST_Buffer(ST_Union(mine, theirs, ${FINE_GRID}), ${GAP_DEGREES}::float8, 'join=mitre'), -${GAP_DEGREES}::float8, 'join=mitre'),
        ST_Union(mine, theirs, ${FINE_GRID}), ${FINE_GRID}) as geom
      from pair
    ), gap as (
      select zone_id, sum(ST_Area(ST_Scale(part.geom, 1 / narrow, 1)::geography)) as m2
      from closed, lateral ST_Dump(ST_CollectionExtract(closed.geom, 3)) part
      where ST_DWithin(part.geom, mine, 1e-8) and ST_DWithin(part.geom, theirs, 1e-8)
      group by zone_id
    )
    select zone_id, kind, name, name_en, valid, overlapping.m2 as overlap_m2, coalesce(gap.m2, 0) as gap_m2
    from near join overlapping using (zone_id) left join gap using (zone_id)
    where not valid or overlapping.m2 >= ${THRESHOLDS.sliverM2} or gap.m2 >= ${THRESHOLDS.sliverM2}
    order by zone_id`.execute(db)
  return rows
}

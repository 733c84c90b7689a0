import type { ZoneDetails, ZoneGround, ZoneHistoryEntry } from '#shared/schema/zone.ts'
import type { Db } from '../store/connect.ts'
import { openPlans } from '../store/plans.ts'
import { newestVersionRow, versionGround, versionHistory, versionRowAt, type VersionRow } from '../store/zones-details.ts'
import { NotFound } from './errors.ts'

/**
 * What a signed-in post may know of a zone: its newest version, in force or not.
 * @throws NotFound when nothing was ever published
 */
export async function zoneDetails(db: Db, zoneId: string, now: Date): Promise<ZoneGround> {
  const row = await newestVersionRow(db, zoneId)
  if (row === undefined) throw new NotFound('not_found', { what: zoneId })
  const end = (await openPlans(db, zoneId)).find((plan) => plan.action === 'end')
  return {
    ...toDetails(row, now),
    geometry: await versionGround(db, zoneId, row.version),
    ...(end?.action === 'end' && { planned_end: { at: end.dueAt, ...end.decision } }),
  }
}

/**
 * The same of a moment of the past (ISO 8601), as it is known now or was known at `knownAt`.
 * @throws NotFound when the zone was not in force then
 */
export async function zoneDetailsAt(db: Db, zoneId: string, at: string, knownAt?: string): Promise<ZoneGround> {
  const row = await versionRowAt(db, zoneId, at, knownAt)
  if (row === undefined) throw new NotFound('not_in_force_then', { zone: zoneId, at })
  return { ...toDetails(row, new Date(at)), geometry: await versionGround(db, zoneId, row.version) }
}

/**
 * A zone's versions, newest first, with when each held and when that was known. `before` is a version number.
 * @throws NotFound when nothing was ever published
 */
export async function zoneHistory(
  db: Db,
  zoneId: string,
  now: Date,
  before: number,
  limit: number,
): Promise<ZoneHistoryEntry[]> {
  if ((await newestVersionRow(db, zoneId)) === undefined) throw new NotFound('not_found', { what: zoneId })
  const rows = await versionHistory(db, zoneId, before, limit)
  return rows.map(({ periods, ...row }) => ({ ...toDetails(row, now), periods }))
}

const toDetails = ({ ended_by, exposure, ...row }: VersionRow, now: Date): ZoneDetails => ({
  ...row,
  overdue: ended_by === null && new Date(row.review_by) <= now,
  area_m2: exposure.areaM2,
  people: exposure.people,
  exposure,
  state: ended_by ?? 'in_force',
})

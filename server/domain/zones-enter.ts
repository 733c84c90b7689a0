import type { MultiPolygon } from 'geojson'
import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import type { DraftContent } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { exposureOf } from '../geometry-worker/geometry.ts'
import { closePeriod, openPeriod } from '../store/periods.ts'
import type { Trx } from '../store/transaction.ts'
import { insertVersion, newestVersion, versionInForce } from '../store/zones-versions.ts'
import type { ZoneChange } from './zones-change.ts'
import { versionContent } from './zones-content.ts'
import { versionHash } from './zones-hash.ts'

export type Entry = {
  zoneId: string
  kind: ZoneKind
  content: DraftContent
  geometry: MultiPolygon
  by: string
  cause: string | null
  /** The instant from `nextInstant`. */
  at: string
  /** When it is recorded, where that is later than `at`. */
  recordedAt?: string
  /** The plan that this carries out. */
  plan?: number
}

/**
 * Puts a new version of a zone in force at `at` and ends the one before it at the same instant, with the numbers of
 * people as they are known now.
 */
export async function enterIntoForce(trx: Trx, figures: FigureIndex, entry: Entry): Promise<ZoneChange> {
  const { zoneId, kind, geometry, by, cause, at, recordedAt = at, plan } = entry
  const content = versionContent(entry.content)
  const current = await versionInForce(trx, zoneId)
  const newest = await newestVersion(trx, zoneId)
  const version = { zoneId, kind, version: newest + 1, previousVersion: newest === 0 ? null : newest, content, geometry }
  const exposure = await exposureOf(geometry, figures)
  await insertVersion(trx, { ...version, exposure, at: recordedAt, by, hash: versionHash(version) })
  if (current !== undefined) await closePeriod(trx, zoneId, at, 'superseded', { by, reason: content.reason }, recordedAt)
  await openPeriod(trx, zoneId, version.version, at, recordedAt)
  return {
    zoneId,
    kind,
    verb: current === undefined ? 'published' : 'superseded',
    version: version.version,
    cause,
    by,
    public: content.audience === 'public' || current?.content.audience === 'public',
    before: current?.geometry ?? null,
    after: geometry,
    ...(plan !== undefined && { plan: { id: plan, at } }),
  }
}

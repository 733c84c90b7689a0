import type { MultiPolygon } from 'geojson'
import type { Db } from '../store/connect.ts'
import { findDraft } from '../store/drafts.ts'
import { versionInForce } from '../store/zones-versions.ts'
import { requireDraft } from './drafts-read.ts'
import { NotFound } from './errors.ts'
import { draftTag, zoneTag } from './version-tag.ts'

/** The ground of a zone's version in force or of its draft, and the tag that names that version or revision. */
export type ZoneGroundNow = { zoneId: string; draft: boolean; geometry: MultiPolygon; tag: string }

/** Where no draft is asked for and none is in force, a zone's first draft stands for it. @throws NotFound */
export async function zoneGroundNow(db: Db, zoneId: string, draft: boolean): Promise<ZoneGroundNow> {
  const current = draft ? undefined : await versionInForce(db, zoneId)
  if (current !== undefined) return { zoneId, draft: false, geometry: current.geometry, tag: zoneTag({ zoneId, version: current.version }) }
  const row = draft ? await requireDraft(db, zoneId) : await findDraft(db, zoneId)
  if (row === undefined) throw new NotFound('not_found', { what: zoneId })
  return { zoneId, draft: true, geometry: row.geometry, tag: draftTag(row) }
}

import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import { jsonText } from '#shared/geometry/geometry-text.ts'
import { areaOfText } from '#shared/geometry/long-area.ts'
import type { DraftState } from '#shared/review/next-state.ts'
import type { DraftContent } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from './connect.ts'
import { toGeom } from './geometry.ts'
import type { Trx } from './transaction.ts'

/** A draft as stored, without what may be long. */
export type DraftHead = {
  zoneId: string
  kind: ZoneKind
  revision: number
  state: DraftState
  basedOn: number | null
  updatedAt: string
  updatedBy: string
  /** The numbers of the users who have written at it since it was begun. */
  editors: number[]
}

/** A draft as stored; its ground is EPSG:4326, [lng, lat]. */
export type DraftRow = DraftHead & { content: DraftContent; geometry: MultiPolygon }

const DRAWN_LINE = '{definition,geometry}'

const selectHeads = (db: Db) =>
  db
    .selectFrom('zone_drafts as d')
    .innerJoin('zones as z', 'z.id', 'd.zone_id')
    .select(['d.zone_id', 'z.kind', 'd.revision', 'd.state', 'd.based_on', 'd.updated_at', 'd.updated_by', 'd.editors'])

const select = (db: Db) =>
  selectHeads(db).select([
    // lines as text: the driver would lay out long ones where checks are answered
    sql<string>`ST_AsGeoJSON(d.geom, 7)`.as('geometry'),
    sql<DraftContent>`d.content #- ${DRAWN_LINE}::text[]`.as('content'),
    sql<string | null>`(d.content #> ${DRAWN_LINE}::text[])::text`.as('drawn'),
  ])

type HeadRow = Awaited<ReturnType<ReturnType<typeof selectHeads>['executeTakeFirstOrThrow']>>
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toHead = (row: HeadRow): DraftHead => ({
  zoneId: row.zone_id,
  kind: row.kind,
  revision: row.revision,
  state: row.state,
  basedOn: row.based_on,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  editors: row.editors,
})

const toDraft = (row: Row): DraftRow => ({
  ...toHead(row),
  content: row.drawn === null ? row.content : withDrawn(row.content, row.drawn),
  geometry: areaOfText(row.geometry) as MultiPolygon,
})

function withDrawn(content: DraftContent, drawn: string): DraftContent {
  return { ...content, definition: { ...content.definition, geometry: areaOfText(drawn) } as DraftContent['definition'] }
}

export async function findDraft(db: Db, zoneId: string): Promise<DraftRow | undefined> {
  const row = await select(db).where('d.zone_id', '=', zoneId).executeTakeFirst()
  return row && toDraft(row)
}

export async function findDraftHead(db: Db, zoneId: string): Promise<DraftHead | undefined> {
  const row = await selectHeads(db).where('d.zone_id', '=', zoneId).executeTakeFirst()
  return row && toHead(row)
}

/** Which drafts come after the one named, by zone id, and how many bytes the ground of each takes as it is stored. */
export async function draftSizes(db: Db, after: string, limit: number): Promise<{ zoneId: string; bytes: number }[]> {
  return db
    .selectFrom('zone_drafts')
    .select(['zone_id as zoneId', sql<number>`pg_column_size(geom)`.as('bytes')])
    .where('zone_id', '>', after)
    .orderBy('zone_id')
    .limit(limit)
    .execute()
}

/** Drafts of the zones named, by zone id. */
export async function listDrafts(db: Db, zoneIds: readonly string[]): Promise<DraftRow[]> {
  if (zoneIds.length === 0) return []
  const rows = await select(db).where('d.zone_id', 'in', zoneIds).orderBy('d.zone_id').execute()
  return rows.map(toDraft)
}

export type NewDraft = {
  zoneId: string
  basedOn: number | null
  content: DraftContent
  geometry: MultiPolygon
  by: string
  editor: number
}

/** `editors` in the place of `editor`: the draft was written before. */
export async function insertDraft(trx: Trx, draft: Omit<NewDraft, 'editor'> & ({ editor: number } | { editors: number[] })): Promise<void> {
  await trx
    .insertInto('zone_drafts')
    .values({
      zone_id: draft.zoneId,
      based_on: draft.basedOn,
      content: jsonText(draft.content),
      geom: toGeom(draft.geometry),
      created_by: draft.by,
      updated_by: draft.by,
      editors: 'editors' in draft ? draft.editors : [draft.editor],
    })
    .execute()
}

/** Saves a draft's next revision; whatever state it was in, it is a draft again. */
export async function updateDraft(
  trx: Trx,
  zoneId: string,
  { content, geometry, by, editor }: Pick<NewDraft, 'content' | 'geometry' | 'by' | 'editor'>,
): Promise<void> {
  await trx
    .updateTable('zone_drafts')
    .set({
      content: jsonText(content),
      geom: toGeom(geometry),
      state: 'draft',
      updated_by: by,
      updated_at: sql<string>`clock_timestamp()`,
      revision: sql<number>`revision + 1`,
      editors: sql<number[]>`array_append(array_remove(editors, ${editor}), ${editor})`,
    })
    .where('zone_id', '=', zoneId)
    .execute()
}

/** A draft's new state; what it says stays as it is, and its revision too. */
export async function setDraftState(trx: Trx, zoneId: string, state: DraftState): Promise<void> {
  await trx.updateTable('zone_drafts').set({ state }).where('zone_id', '=', zoneId).execute()
}

export async function deleteDraft(trx: Trx, zoneId: string): Promise<void> {
  await trx.deleteFrom('zone_drafts').where('zone_id', '=', zoneId).execute()
}

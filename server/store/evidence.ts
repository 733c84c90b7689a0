import { sql } from 'kysely'
import type { Db, Store } from './connect.ts'
import { lastEventSeq } from './events.ts'
import { zonesInForce, type LiveZone } from './live-zones.ts'
import { versionRowAt, type VersionRow } from './zones-details.ts'
import type { Trx } from './transaction.ts'

/** What an evidence sheet is asked about; `knownAt` and `lastEvent` null: what is recorded now. */
export type EvidenceAsked = { lng: number; lat: number; at: string; knownAt: string | null; lastEvent: number | null }
export type StoredStep = { seq: number; at: string; noun: string; verb: string; actor: string; public: boolean; hash: string; payload: Record<string, unknown> }

export type EvidenceRows = {
  knownAt: string
  lastEvent: number
  /** Zones whose bounds hold the place, each with its row as it was known and the steps of its version. */
  zones: { zone: LiveZone; row: VersionRow & { recorded_from: string; end_note: Record<string, unknown> | null }; steps: StoredStep[] }[]
  /** Corrections of any zone, recorded after `knownAt` and up to `lastEvent`. */
  corrections: (StoredStep & { subject: string })[]
}

/** Reads, at one moment of the database, everything that a sheet says. */
export async function readEvidence({ db }: Store, asked: EvidenceAsked): Promise<EvidenceRows> {
  return db.transaction().setIsolationLevel('repeatable read').execute(async (trx) => {
    const lastEvent = asked.lastEvent ?? (await lastEventSeq(trx))
    const knownAt = earlier(asked.knownAt, await lastRecorded(trx), asked.at)
    const { lng, lat, at } = asked
    const around = [lng, lat] as const
    const zones: EvidenceRows['zones'] = []
    for (const zone of await zonesInForce(trx, { at, knownAt, around })) {
      const row = await versionRowAt(trx, zone.id, at, knownAt)
      if (row === undefined) throw new Error(`${zone.id} has no period at ${at}`)
      zones.push({ zone, row: { ...row, ...(await periodOf(trx, zone, at, knownAt)) }, steps: await stepsOf(trx, zone.id, zone.version) })
    }
    return { knownAt, lastEvent, zones, corrections: await correctionsAfter(trx, knownAt, lastEvent) }
  })
}

/**
 * The instant of the last change that is recorded: nothing will be added up to it, while "now" may still be written by
 * a transaction under way.
 */
async function lastRecorded(trx: Trx): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select lower(recorded) as at from zone_periods order by id desc limit 1`.execute(trx)
  return rows[0]?.at ?? null
}

const earlier = (asked: string | null, last: string | null, at: string): string =>
  last === null ? (asked ?? at) : asked === null || asked > last ? last : asked

async function periodOf(trx: Trx, zone: LiveZone, at: string, knownAt: string) {
  const { rows } = await sql<{ recorded_from: string; end_note: Record<string, unknown> | null }>`
    select lower(recorded) as recorded_from, end_note from zone_periods
    where zone_id = ${zone.id} and valid @> ${at}::timestamptz and recorded @> ${knownAt}::timestamptz`.execute(trx)
  return rows[0]!
}

/** The events of a zone after the publication before this version's, up to this version's. */
async function stepsOf(trx: Trx, zoneId: string, version: number): Promise<StoredStep[]> {
  const { rows } = await sql<StoredStep>`
    with published as (
      select seq, (payload ->> 'version')::int as version from events
      where noun = 'zones' and subject = ${zoneId} and verb in ('published', 'superseded')
    )
    select seq, at, noun, verb, actor, public, hash, payload from events
    where subject = ${zoneId} and seq <= (select seq from published where version = ${version})
      and seq > coalesce((select max(seq) from published where version < ${version}), 0)
    order by seq`.execute(trx)
  return rows
}

async function correctionsAfter(trx: Trx, knownAt: string, lastEvent: number): Promise<(StoredStep & { subject: string })[]> {
  const { rows } = await sql<StoredStep & { subject: string }>`
    select seq, at, noun, verb, actor, public, hash, payload, subject from events
    where noun = 'zones' and verb = 'corrected' and seq <= ${lastEvent}
      and (payload ->> 'recorded_at')::timestamptz > ${knownAt}::timestamptz
    order by seq`.execute(trx)
  return rows
}

/** Whether the audit log has an event of that number. */
export const eventSeqIsThere = async (db: Db, seq: number): Promise<boolean> =>
  (await db.selectFrom('events').select('seq').where('seq', '=', seq).executeTakeFirst()) !== undefined

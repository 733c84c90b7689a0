import { createHash } from 'node:crypto'
import { canonicalJson } from '#shared/canonical-json.ts'
import { roundDegrees } from '#shared/geometry/rounding.ts'
import type { Correction } from '#shared/schema/correction.ts'
import type { EvidenceContent, EvidenceSheet, EvidenceZone, Verification, VerifyQuery } from '#shared/schema/evidence-sheet.ts'
import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { Store } from '../store/connect.ts'
import { eventSeqIsThere, readEvidence, type EvidenceAsked, type EvidenceRows } from '../store/evidence.ts'
import { versionsCovering } from '../store/versions-covering.ts'

type Scope = EvidenceContent['scope']

/**
 * What was in force at a place and a moment, on what basis and by whom, as it was known at `knownAt` or is known now,
 * with a hash that anybody can have confirmed later. Nothing of it is stored: a look-up leaves no trace.
 */
export async function evidenceSheet(store: Store, asked: Omit<EvidenceAsked, 'lastEvent'>, scope: Scope, now: Date): Promise<EvidenceSheet> {
  const sheet = await contentOf(store, { ...asked, lastEvent: null }, scope)
  const hash = evidenceHash(sheet)
  const { place, at, known_at: knownAt, last_event: event } = sheet
  const query = { hash, lng: place.lng, lat: place.lat, at, knownAt, event, scope }
  return { sheet, hash, verify: `/api/verify?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`, made_at: now.toISOString() }
}

/** Computes a sheet again and says whether it still comes to its hash; of an internal sheet too, for it says no more. */
export async function verifyEvidence(store: Store, asked: VerifyQuery): Promise<Verification> {
  const { hash, lng, lat, event, scope } = asked
  const [at, knownAt] = [new Date(asked.at).toISOString(), new Date(asked.knownAt).toISOString()]
  const sheet = await contentOf(store, { lng, lat, at, knownAt, lastEvent: event }, scope)
  return { genuine: evidenceHash(sheet) === hash, hash, chain: event === 0 || (await eventSeqIsThere(store.db, event)) }
}

/** SHA-256 (hex) over the canonical JSON of a sheet's content. */
export const evidenceHash = (sheet: EvidenceContent): string => createHash('sha256').update(canonicalJson(sheet)).digest('hex')

async function contentOf(store: Store, asked: EvidenceAsked, scope: Scope): Promise<EvidenceContent> {
  const place = { lng: roundDegrees(asked.lng), lat: roundDegrees(asked.lat) }
  const rows = await readEvidence(store, { ...asked, ...place })
  const shown = rows.zones.filter(({ zone }) => scope === 'all' || zone.audience === 'public')
  const byId = new Map(shown.map((one) => [one.zone.id, one]))
  const covering = createZoneIndex(shown.map(({ zone }) => zone)).at(place.lng, place.lat)
  const corrections = await correctionsHere(store, rows, place, scope)
  return {
    format: 'sanqu-evidence-1', scope, place, at: asked.at, known_at: rows.knownAt, last_event: rows.lastEvent,
    zones: covering.map((id) => zoneOf(byId.get(id)!, scope)),
    corrections,
  }
}

function zoneOf({ zone, row, steps }: EvidenceRows['zones'][number], scope: Scope): EvidenceZone {
  const posts = (verbs: readonly string[]) => [...new Set(steps.filter(({ verb }) => verbs.includes(verb)).map(({ actor }) => actor))]
  const { id, version, kind, name, measures, authority } = zone
  return {
    id, version, kind, name, name_en: zone.nameEn, measures: [...measures], rule_pack: zone.rulePack, legal_basis: zone.legalBasis,
    authority, review_by: zone.reviewBy, valid_from: row.version_since, valid_to: row.valid_to, recorded_from: row.recorded_from,
    ended_by: row.ended_by, published_at: row.published_at, version_hash: row.hash,
    events: steps
      .filter((step) => scope === 'all' || step.public)
      .map(({ seq, at, noun, verb, actor, hash }) => ({ seq, at, noun, verb, post: scope === 'all' ? actor : '', hash })),
    ...(scope === 'all' && {
      reason: row.reason,
      end_note: row.end_note,
      posts: { drafted: posts(['begun', 'saved']), approved: posts(['approved']), published: row.published_by },
    }),
  }
}

/** Corrections of versions whose ground holds the place: of others they say nothing about it. */
async function correctionsHere(
  { db }: Store,
  { corrections }: EvidenceRows,
  { lng, lat }: EvidenceContent['place'],
  scope: Scope,
): Promise<Correction[]> {
  const shown = corrections.filter((step) => scope === 'all' || step.public)
  if (shown.length === 0) return []
  const here = new Set(await versionsCovering(db, shown.map(({ subject }) => subject), lng, lat))
  return shown.flatMap(({ seq, hash, subject, actor, payload }) => {
    const { version, recorded_at, reason, authority, legal_basis, changed } = payload as Omit<Correction, 'zone_id' | 'by' | 'event'>
    if (!changed.some((one) => here.has(`${subject}.${one.version}`))) return []
    const by = scope === 'all' ? actor : ''
    return [{ zone_id: subject, version, recorded_at, by, reason, authority, legal_basis, changed, event: { seq, hash } }]
  })
}

import { alarmOf } from '#shared/rules/alarm.ts'
import { levelOf } from '#shared/rules/applicable-rule.ts'
import { inputsOfEvidence } from '#shared/rules/inputs-of-evidence.ts'
import { dateOfDay, dayOfMoment } from '#shared/rules/shanghai-day.ts'
import type { Evidence, NewEvidence, Withdrawal } from '#shared/schema/evidence.ts'
import { appendEvent } from '../store/events.ts'
import { evidenceOf, evidencePage, findEvidence, insertEvidence, type NewEvidenceRow } from '../store/zone-evidence.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import { zoneKind } from '../store/zones.ts'
import { versionInForce, type ZoneVersion } from '../store/zones-versions.ts'
import type { Actor } from './actor.ts'
import { Conflict, Invalid, NotFound } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import type { RuleDeps } from './readiness.ts'
import { requireUsableText } from './usable-text.ts'

/** One page of a zone's entries, newest first, with those that were corrected. @throws NotFound */
export async function readEvidence({ store }: RuleDeps, zoneId: string, before: number, limit: number): Promise<Evidence[]> {
  if ((await zoneKind(store.db, zoneId)) === undefined) throw new NotFound('not_found', { what: zoneId })
  return evidencePage(store.db, zoneId, before, limit)
}

/**
 * Enters evidence about a zone in force; with `corrects` it takes the place of an earlier entry. A positive in a
 * controlled zone raises the alarm as an event of its own; what is done about it is decided by people.
 * @throws NotFound; Conflict not_in_force, evidence_corrected; Forbidden outside_jurisdiction;
 *   Invalid evidence_in_future, evidence_round_sums, evidence_unknown, evidence_type_differs, unusable_text, personal_data
 */
export async function enterEvidence({ store, now, packs }: RuleDeps, actor: Actor, zoneId: string, entry: NewEvidence): Promise<Evidence> {
  requireUsableText(entry)
  requireImpersonalText({ note: entry.note })
  const today = dateOfDay(dayOfMoment(now()))
  if (entry.on > today) throw new Invalid('evidence_in_future', { on: entry.on, today })
  if (entry.type === 'round' && entry.negative + entry.positive > entry.sampled) {
    const { negative, positive, sampled } = entry
    throw new Invalid('evidence_round_sums', { results: negative + positive, sampled })
  }
  return inTransaction(store, async (trx) => {
    const zone = await lockedZone(trx, actor, zoneId)
    const { corrects = null, note = null, ...figures } = entry
    if (corrects !== null) {
      const corrected = await requireStanding(trx, zoneId, corrects)
      if (corrected.type !== entry.type) throw new Invalid('evidence_type_differs', { id: corrects })
    }
    const empty = { count: null, expected: null, sampled: null, negative: null, positive: null }
    const row = { ...empty, ...figures, zone_id: zoneId, note, corrects, withdrawn: false, entered_by: actor.post }
    const stored = await insertEvidence(trx, row)
    await tell(trx, corrects === null ? 'entered' : 'corrected', stored, actor)
    if (stored.count !== null || (stored.positive ?? 0) > 0) await raiseAlarm(trx, packs, zone, stored, actor)
    return stored
  }, actor)
}

/**
 * Takes an entry back with a reason; the entry stays readable.
 * @throws NotFound; Conflict not_in_force, evidence_corrected; Forbidden outside_jurisdiction; Invalid evidence_unknown
 */
export async function withdrawEvidence({ store }: RuleDeps, actor: Actor, zoneId: string, id: number, { reason }: Withdrawal): Promise<Evidence> {
  requireUsableText(reason)
  requireImpersonalText({ reason })
  return inTransaction(store, async (trx) => {
    await lockedZone(trx, actor, zoneId)
    const { type, on } = await requireStanding(trx, zoneId, id)
    const row: NewEvidenceRow = {
      type, on, zone_id: zoneId, note: reason, corrects: id, withdrawn: true, entered_by: actor.post,
      count: null, expected: null, sampled: null, negative: null, positive: null,
    }
    const stored = await insertEvidence(trx, row)
    await tell(trx, 'withdrawn', stored, actor)
    return stored
  }, actor)
}

async function lockedZone(trx: Trx, actor: Actor, zoneId: string): Promise<ZoneVersion> {
  await lockChanges(trx)
  if ((await zoneKind(trx, zoneId)) === undefined) throw new NotFound('not_found', { what: zoneId })
  const current = await versionInForce(trx, zoneId)
  if (current === undefined) throw new Conflict('not_in_force', { zone: zoneId })
  await requireJurisdiction(trx, actor, current.geometry)
  return current
}

async function requireStanding(trx: Trx, zoneId: string, id: number): Promise<Evidence> {
  const found = await findEvidence(trx, zoneId, id)
  if (found === undefined || found.withdrawn) throw new Invalid('evidence_unknown', { id, zone: zoneId })
  const { corrected, ...entry } = found
  if (corrected) throw new Conflict('evidence_corrected', { id })
  return entry
}

async function raiseAlarm(trx: Trx, packs: RuleDeps['packs'], { kind, content }: ZoneVersion, entry: Evidence, actor: Actor): Promise<void> {
  const pack = packs.get(content.rule_pack)
  // its start day and other zones have no part in the alarm
  const inputs = inputsOfEvidence(await evidenceOf(trx, [entry.zone_id]), { kind, startDay: 0, stricterInArea: null })
  const alarm = alarmOf(pack && levelOf(pack, kind), inputs)
  if (alarm !== null) await tell(trx, 'alarm', entry, actor)
}

/** The event tells what kind of entry there is, not what it says. */
const tell = (trx: Trx, verb: string, { zone_id, id, type }: Evidence, actor: Actor) =>
  appendEvent(trx, { noun: 'evidence', verb, subject: zone_id, actor: actor.post, public: false, payload: { id, type } })

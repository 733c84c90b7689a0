import { evaluateZone } from '#shared/rules/evaluate-zone.ts'
import { inputsOfEvidence } from '#shared/rules/inputs-of-evidence.ts'
import { dayOfMoment } from '#shared/rules/shanghai-day.ts'
import type { ZoneInputs } from '#shared/rules/zone-inputs.ts'
import type { Evidence } from '#shared/schema/evidence.ts'
import type { ZoneReadiness } from '#shared/schema/readiness.ts'
import type { Db } from '../store/connect.ts'
import { evidenceOf } from '../store/zone-evidence.ts'
import { judgedZones, type JudgedZone } from '../store/judged-zones.ts'
import { stricterInArea } from '../store/stricter-zones.ts'
import { inSnapshot } from '../store/transaction.ts'
import { NotFound } from './errors.ts'
import type { ZoneDeps } from './zone-deps.ts'

export type RuleDeps = Pick<ZoneDeps, 'store' | 'now' | 'packs'>

/** A zone in force with what its rules are judged by. */
export type JudgedInputs = { zone: JudgedZone; inputs: ZoneInputs }

/**
 * What the zones in force are judged by: now, or at a moment of the past with what had been entered by then; a moment
 * of the future is counted to with what is known now.
 */
export async function judgedInputs(db: Db, now: Date, { ids, at }: { ids?: readonly string[]; at?: Date }): Promise<JudgedInputs[]> {
  const past = at !== undefined && at < now ? at.toISOString() : undefined
  const zones = await judgedZones(db, { ...(ids && { ids }), ...(past !== undefined && { at: past }) })
  const named = zones.map(({ id }) => id)
  const evidence = new Map<string, Evidence[]>(named.map((id) => [id, []]))
  for (const entry of await evidenceOf(db, named, past)) evidence.get(entry.zone_id)?.push(entry)
  const stricter = await stricterInArea(db, zones.filter(({ kind }) => kind === 'precaution').map(({ id }) => id), past ?? null)
  return zones.map((zone) => {
    const { id, kind, since } = zone
    const given = { kind, startDay: dayOfMoment(new Date(since)), stricterInArea: stricter.get(id) ?? null }
    return { zone, inputs: inputsOfEvidence(evidence.get(id) ?? [], given) }
  })
}

/** Every zone in force judged by its own pack; `at` as in `judgedInputs`. */
export async function readinessOfZones(deps: RuleDeps, asked: { ids?: readonly string[]; at?: Date } = {}): Promise<ZoneReadiness[]> {
  const now = deps.now()
  const at = asked.at ?? now
  const judged = await inSnapshot(deps.store, (trx) => judgedInputs(trx, now, asked))
  return judged.map(({ zone, inputs }) => ({
    zone_id: zone.id,
    kind: zone.kind,
    name: zone.name,
    name_en: zone.name_en,
    review_by: zone.review_by,
    overdue: new Date(zone.review_by) < at,
    at: at.toISOString(),
    readiness: evaluateZone(deps.packs.get(zone.rule_pack), zone.rule_pack, inputs, dayOfMoment(at)),
  }))
}

/** @throws NotFound when the zone was not in force then */
export async function readinessOfZone(deps: RuleDeps, zoneId: string, at?: Date): Promise<ZoneReadiness> {
  const [found] = await readinessOfZones(deps, { ids: [zoneId], ...(at && { at }) })
  if (found === undefined) throw new NotFound('not_found', { what: zoneId })
  return found
}

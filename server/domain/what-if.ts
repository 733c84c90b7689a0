import { changedBy } from '#shared/rules/compare-readiness.ts'
import { whyDifferent } from '#shared/rules/compare-rules.ts'
import { evaluateZone } from '#shared/rules/evaluate-zone.ts'
import { dayOfMoment } from '#shared/rules/shanghai-day.ts'
import type { WhatIf } from '#shared/schema/readiness.ts'
import { inSnapshot } from '../store/transaction.ts'
import { NotFound } from './errors.ts'
import { judgedInputs, type RuleDeps } from './readiness.ts'

/**
 * What another pack would change about the zones in force, and why; `at` as in `judgedInputs`. Nothing is changed by
 * asking: zones in force keep the pack that they name.
 * @throws NotFound for an unknown pack
 */
export async function whatIf({ store, now, packs }: RuleDeps, packId: string, asked?: Date): Promise<WhatIf> {
  const proposal = packs.get(packId)
  if (proposal === undefined) throw new NotFound('not_found', { what: packId })
  const at = asked ?? now()
  const today = dayOfMoment(at)
  const judged = await inSnapshot(store, (trx) => judgedInputs(trx, now(), { at }))
  const changes = judged.map(({ zone, inputs }) => {
    const pack = packs.get(zone.rule_pack)
    const current = evaluateZone(pack, zone.rule_pack, inputs, today)
    const proposed = evaluateZone(proposal, packId, inputs, today)
    const { id: zone_id, kind, name, name_en } = zone
    return { zone_id, kind, name, name_en, current, proposed, changed: changedBy(current, proposed), why: whyDifferent(pack, proposal, inputs) }
  }).filter(({ changed }) => changed.length > 0)
  return { pack: packId, at: at.toISOString(), changes, unchanged: judged.length - changes.length }
}

import { ALWAYS_PASSES, GREEN_LANE, NO_GREEN_LANE, PASSING } from '#shared/gates/passing-texts.ts'
import { zoneAtGate } from '#shared/gates/zone-at-gate.ts'
import { segmentM } from '#shared/roads/segment-m.ts'
import type { RuleCardSheet } from '#shared/schema/rule-card.ts'
import type { Text } from '#shared/schema/vocabulary.ts'
import type { LiveCheckpoint } from '../store/live-checkpoints.ts'
import type { LiveZone } from '../store/live-zones.ts'
import type { Audience } from './audience.ts'
import type { Live } from './live.ts'
import { isPublicCheckpoint } from './public-checkpoint.ts'

/** Gates that are named to whoever may not take this one. */
const MOST_GREEN_LANES = 2

type Picture = Pick<Live, 'checkpoints' | 'zones' | 'zonesAt' | 'asOf'>

/** A gate's rule card from memory; null where the reader knows of no such gate. Closures and natural barriers have none. */
export function ruleCardSheet(live: Picture, titleOf: (pack: string) => Text, id: number, audience: Audience): RuleCardSheet | null {
  const gate = live.checkpoints().find((checkpoint) => checkpoint.id === id)
  if (gate === undefined || gate.kind !== 'gate' || (audience === 'public' && !isPublicCheckpoint(gate))) return null
  const { lng, lat, ruleCard, greenLane } = gate
  const bounded = live.zones(audience).filter(({ kind }) => kind !== 'precaution')
  const zone = zoneAtGate(bounded, live.zonesAt(lng, lat, audience), [lng, lat])
  return {
    gate: { id, name: gate.name, name_en: gate.nameEn, tier: gate.tier, state: gate.state, green_lane: greenLane },
    zone: zone && cardZone(zone, titleOf),
    always: ALWAYS_PASSES,
    passes: [...PASSING[zone?.kind ?? 'none'], ...(ruleCard.passes ?? [])],
    asks: ruleCard.asks,
    green_lane: greenLane ? GREEN_LANE : NO_GREEN_LANE,
    green_lanes: greenLane ? [] : nearestGreenLanes(live.checkpoints(), gate),
    hours: ruleCard.hours ?? null,
    duty_phone: ruleCard.duty_phone ?? null,
    as_of: live.asOf().toISOString(),
  }
}

const cardZone = (zone: LiveZone, titleOf: (pack: string) => Text): RuleCardSheet['zone'] => ({
  id: zone.id,
  kind: zone.kind,
  name: zone.name,
  name_en: zone.nameEn,
  measures: [...zone.measures],
  rule_pack_title: titleOf(zone.rulePack),
  legal_basis: zone.legalBasis,
  authority: zone.authority,
  since: zone.since,
  review_by: zone.reviewBy,
})

const nearestGreenLanes = (all: readonly LiveCheckpoint[], { lng, lat }: LiveCheckpoint): RuleCardSheet['green_lanes'] =>
  all
    .filter(({ kind, state, greenLane }) => kind === 'gate' && state === 'staffed' && greenLane)
    .map((gate) => ({ id: gate.id, name: gate.name, name_en: gate.nameEn, metres: Math.round(segmentM(gate.lng, gate.lat, lng, lat)) }))
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, MOST_GREEN_LANES)

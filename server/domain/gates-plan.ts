import type { Crossing } from '#shared/roads/audit.ts'
import { segmentM } from '#shared/roads/segment-m.ts'
import type { PlanGates, ZoneCrossings } from '#shared/schema/roads.ts'
import type { Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { addCheckpointIn } from './checkpoints.ts'
import { zoneCrossings } from './crossings.ts'
import { Invalid } from './errors.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { roadCheckpoints } from './road-checkpoints.ts'
import type { RoadDeps } from './road-deps.ts'
import { zoneGroundNow } from './zone-ground.ts'

/** A place this near to a crossing means it, metres. */
const NEAR_M = 25

/**
 * Makes a planned checkpoint or closure of every open crossing of a zone at once, or of those at the places named.
 * @throws NotFound; Invalid closure_needs_egress, no_crossing_there; Forbidden outside_jurisdiction
 */
export async function planGates(store: Store, picture: RoadDeps['picture'], actor: Actor, zoneId: string, plan: PlanGates): Promise<ZoneCrossings> {
  if (plan.kind === 'closure' && plan.egress === undefined) throw new Invalid('closure_needs_egress')
  return inTransaction(store, (trx) => planGatesIn(trx, picture, actor, zoneId, plan), actor)
}

/** `planGates` in a transaction that is open already. */
export async function planGatesIn(trx: Trx, picture: RoadDeps['picture'], actor: Actor, zoneId: string, plan: PlanGates): Promise<ZoneCrossings> {
  await lockChanges(trx)
  await requireJurisdiction(trx, actor, (await zoneGroundNow(trx, zoneId, plan.draft ?? false)).geometry)
  const deps = async () => ({ picture, checkpoints: await roadCheckpoints(trx) })
  const { crossings } = await zoneCrossings(trx, await deps(), zoneId, plan.draft ?? false)
  const open = meant(crossings, plan.at).filter(({ state }) => state === 'open')
  for (const [i, crossing] of open.entries()) {
    await addCheckpointIn(trx, actor, {
      ...nameOf(crossing, i + 1, plan.kind),
      tier: plan.tier,
      state: 'planned',
      green_lane: plan.green_lane ?? false,
      rule_card: { asks: [] },
      road_id: crossing.roadId,
      kind: plan.kind,
      egress: plan.egress ?? null,
      geometry: { type: 'Point', coordinates: crossing.at.map((degrees) => Number(degrees.toFixed(7))) },
    })
  }
  const after = await zoneCrossings(trx, await deps(), zoneId, plan.draft ?? false)
  await appendEvent(trx, { noun: 'gates', verb: 'planned', subject: zoneId, actor: actor.post, public: false, payload: { added: open.length, ring: after.ring } })
  return after
}

/** The crossings at the places, all where none is named. @throws Invalid no_crossing_there */
function meant<Place extends Pick<Crossing, 'at'>>(crossings: readonly Place[], places: PlanGates['at']): readonly Place[] {
  if (places === undefined) return crossings
  const isAt = (crossing: Place, [lng, lat]: readonly number[]) => segmentM(crossing.at[0], crossing.at[1], lng!, lat!) <= NEAR_M
  const lost = places.find((place) => !crossings.some((crossing) => isAt(crossing, place)))
  if (lost !== undefined) throw new Invalid('no_crossing_there', { place: lost.join(', ') })
  return crossings.filter((crossing) => places.some((place) => isAt(crossing, place)))
}

function nameOf({ name, nameEn, ref }: Pick<Crossing, 'name' | 'nameEn' | 'ref'>, number: number, kind: PlanGates['kind']): { name: string; name_en: string } {
  const [zh, en] = kind === 'gate' ? ['卡口', 'gate'] : ['硬隔离', 'closure']
  return { name: `${name ?? ref ?? '无名路'}${zh}${number}`, name_en: `${nameEn ?? name ?? ref ?? 'Unnamed road'}, ${en} ${number}` }
}

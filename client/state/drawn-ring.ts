import { computed, effect, signal } from '@preact/signals-core'
import type { MultiPolygon } from 'geojson'
import type { Static } from 'typebox'
import type { LngLat } from '#shared/geometry/position.ts'
import { segmentM } from '#shared/roads/segment-m.ts'
import type { Crossings, LeastGates, PlanGates } from '#shared/schema/roads.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Api } from '../api/create-api.ts'
import type { Checkpoints } from './checkpoints.ts'
import { coalesce } from './coalesce.ts'
import type { createOutcome } from './outcome.ts'
import type { Planner } from './planner.ts'
import { toSketch, type Sketch } from './sketch.ts'
import type { Zones } from './zones.ts'

/** A place this near to a crossing is meant to be it, metres. */
const NEAR_M = 1

type Needs = { planner: Planner; outcome: ReturnType<typeof createOutcome>; checkpoints: Checkpoints; zones: Zones }
export type Least = Static<typeof LeastGates>

/** The crossings of the ground being planned, asked again as the line moves, one question at a time; and its least gate set. */
export function createDrawnRing(api: Api, { planner, outcome, checkpoints, zones }: Needs) {
  const crossings = signal<Static<typeof Crossings> | null>(null)
  const least = signal<Least | null>(null)
  /** the gates of a least set whose line became the ground: where gates are planned once it is saved */
  const agreed = signal<{ sketch: Sketch; at: LngLat[]; round: string | null } | null>(null)
  /** as text: a ground that stays the same asks nothing anew */
  const ground = computed(() => {
    const kind = planner.planning.value?.kind
    const preview = outcome.preview.value
    return kind !== undefined && kind !== 'precaution' && preview?.ok === true ? JSON.stringify(preview.geometry) : null
  })
  const ask = coalesce(async () => {
    const asked = ground.peek()
    const answer = asked === null ? null : await api.roads.ofGround(JSON.parse(asked) as MultiPolygon)
    // of a ground that could not be asked about nothing is said: not what was true of the one before
    crossings.value = answer?.ok === true && ground.peek() !== null ? answer.value : null
  })
  effect(() => {
    void [ground.value, checkpoints.all.value]
    least.value = null
    void ask()
  })
  effect(() => {
    if (planner.planning.value === null) agreed.value = null
  })
  const agreedNow = () => (agreed.value?.sketch === planner.ground.history.value.present ? agreed.value : null)
  /** Makes the sealed line, less the ground of stricter zones in force, the ground being planned; its gates follow with the draft. */
  const takeLine = async ({ sealed, gates }: Least, round: string | null = null) => {
    const kind = planner.planning.peek()?.kind
    const stricter = kind === 'controlled' ? [...zones.live.peek().values()].filter((zone) => zone.properties.kind === 'sealed').map(({ geometry }) => geometry) : []
    const { difference } = await import('#shared/geometry/difference.ts')
    const left = difference(sealed, stricter)
    if (left === null) return
    planner.ground.type.value = 'drawn'
    planner.ground.commit(toSketch(left))
    agreed.value = { sketch: planner.ground.history.peek().present, at: gates.map(({ at }) => [...at]), round }
  }
  return {
    crossings,
    least,
    /** How many gates were agreed on for the ground as it is now; null: none. */
    agreedGates: computed(() => agreedNow()?.at.length ?? null),
    async findLeast() {
      const asked = ground.peek()
      if (asked === null) return null
      const answer = await api.roads.leastOfGround(JSON.parse(asked) as MultiPolygon)
      if (answer.ok && ground.peek() === asked) least.value = answer.value
      return answer
    },
    /** Begins a controlled zone, or a new version of this one, along the line that a zone in force needs the fewest gates on. */
    async follow(zone: { id: string; kind: ZoneKind }, found: Least) {
      if (zone.kind === 'controlled') {
        const answer = await planner.edit(zone.id)
        if (!answer.ok) return answer
      } else planner.begin('controlled')
      await takeLine(found, zone.id)
      return null
    },
    takeLine,
    /**
     * At the crossings agreed on, else at all that are open; where the line runs along the zone it was laid round, that
     * zone's are meant. Once again plans what was not planned, never a gate twice: only open crossings get one.
     */
    async plan(draft: string, body: PlanGates) {
      const agreedOn = agreedNow()
      const own = agreedOn?.at.filter(([lng, lat]) => (crossings.peek()?.crossings ?? []).some(({ at }) => segmentM(lng, lat, at[0], at[1]) <= NEAR_M))
      const shared = agreedOn?.at.filter((place) => !own?.includes(place)) ?? []
      const asks: [zone: string, plan: PlanGates][] = []
      if (shared.length > 0) asks.push([agreedOn?.round ?? draft, { ...body, at: shared, draft: agreedOn?.round == null }])
      if (own?.length !== 0) asks.push([draft, { ...body, draft: true, ...(own && { at: own }) }])
      for (const [zone, asked] of asks) {
        const answer = await api.roads.plan(zone, asked)
        await checkpoints.load()
        if (!answer.ok) return answer
      }
      return null
    },
  }
}

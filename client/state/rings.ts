import { effect, signal } from '@preact/signals-core'
import type { Static } from 'typebox'
import type { Access, ClosuresAsked, LeastGates, PlanGates, Ring, Supply, ZoneCrossings } from '#shared/schema/roads.ts'
import type { Api } from '../api/create-api.ts'
import type { Checkpoints } from './checkpoints.ts'
import { coalesce } from './coalesce.ts'
import type { Selection } from './selection.ts'
import type { Zones } from './zones.ts'

export type Rings = ReturnType<typeof createRings>

type Needs = { selection: Selection; zones: Zones; checkpoints: Checkpoints; signedIn: () => boolean }

/** How well rings are closed: in short of every zone, and in full of the selected one; read again when zones or gates change. */
export function createRings(api: Api, { selection, zones, checkpoints, signedIn }: Needs) {
  const all = signal<ReadonlyMap<string, Ring>>(new Map())
  const crossings = signal<ZoneCrossings | null>(null)
  const access = signal<Static<typeof Access> | null>(null)
  const supply = signal<Static<typeof Supply> | null>(null)
  /** which closures count for access and supply */
  const closures = signal<ClosuresAsked>('planned')
  const least = signal<Static<typeof LeastGates> | null>(null)
  const load = coalesce(async () => {
    const answer = await api.roads.rings()
    if (answer.ok) all.value = new Map(answer.value.items.map(({ zone, ring }) => [zone, ring]))
  })
  effect(() => {
    void [zones.live.value, checkpoints.all.value]
    if (signedIn()) void load()
    else all.value = new Map()
  })
  effect(() => {
    const selected = selection.current.value
    // rings are of now: none are told while another moment is looked at
    const isNow = zones.all.value === zones.live.value
    const zone = selected?.type === 'zone' && isNow ? zones.live.value.get(selected.id) : undefined
    void checkpoints.all.value
    const counted = closures.value
    const id = zone?.properties.id
    if (crossings.peek()?.zone !== id) crossings.value = access.value = supply.value = least.value = null
    if (id === undefined || zone?.properties.kind === 'precaution' || !signedIn()) return
    // whoever goes on to the next zone does not wait for what was asked about this one
    const controller = new AbortController()
    const { signal: until } = controller
    void api.roads.crossings(id, until).then((answer) => {
      if (!until.aborted && answer.ok) crossings.value = answer.value
    })
    void api.roads.access(id, counted, until).then((answer) => {
      if (!until.aborted && answer.ok) access.value = answer.value
    })
    void api.roads.supply(id, counted, until).then((answer) => {
      if (!until.aborted && answer.ok) supply.value = answer.value
    })
    return () => controller.abort()
  })
  return {
    all,
    crossings,
    access,
    supply,
    closures,
    least,
    async findLeast(id: string) {
      const answer = await api.roads.least(id)
      if (answer.ok && crossings.peek()?.zone === id) least.value = answer.value
      return answer
    },
    async plan(id: string, body: PlanGates) {
      const answer = await api.roads.plan(id, body)
      if (answer.ok) await checkpoints.load()
      return answer
    },
    async sign(id: string, list: string) {
      const answer = await api.roads.sign(id, list)
      if (answer.ok) crossings.value = answer.value
      return answer
    },
  }
}

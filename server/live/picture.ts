import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { Changes } from '../store/live-changes.ts'
import type { Audience } from './audience.ts'
import type { LiveCheckpoint } from '../store/live-checkpoints.ts'
import type { LiveZone } from '../store/live-zones.ts'
import { strictestFirst } from './strictest-first.ts'
import type { ZoneStep } from './zone-step.ts'

/** What is in force, indexed. `apply` is synchronous, so no reader sees half a change. */
export type Picture = {
  zones(audience: Audience): readonly LiveZone[]
  zone(id: string, audience: Audience): LiveZone | undefined
  zonesAt(lng: number, lat: number, audience: Audience): LiveZone[]
  checkpoints(): readonly LiveCheckpoint[]
  apply(changes: Changes): ZoneStep[]
  /** Builds a little of what look-ups have not needed yet; false when nothing is left. */
  refine(): boolean
}

/** About a millisecond's work. */
const CELLS_AT_ONCE = 20

/** Public and internal zones are kept in two indexes, so that a public question never meets an internal zone. */
export function createPicture(): Picture {
  const byId = new Map<string, LiveZone>()
  const indexes = { public: createZoneIndex([]), internal: createZoneIndex([]) }
  // zones that were found since the last change, by their slots in each index
  let bySlot: Record<keyof typeof indexes, LiveZone[]> = { public: [], internal: [] }
  let lists: Record<Audience, readonly LiveZone[]> = { public: [], all: [] }
  let checkpoints: readonly LiveCheckpoint[] = []

  function at(index: 'public' | 'internal', lng: number, lat: number): LiveZone[] {
    const slots = indexes[index].slotsAt(lng, lat)
    const known = bySlot[index]
    const zones: LiveZone[] = []
    for (const slot of slots) zones.push((known[slot] ??= byId.get(indexes[index].idOf(slot))!))
    return zones
  }

  return {
    zones: (audience) => lists[audience],
    zone(id, audience) {
      const zone = byId.get(id)
      return audience === 'all' || zone?.audience === 'public' ? zone : undefined
    },
    zonesAt(lng, lat, audience) {
      const zones = at('public', lng, lat)
      if (audience === 'public') return zones
      const internal = at('internal', lng, lat)
      return internal.length === 0 ? zones : [...zones, ...internal].sort(strictestFirst)
    },
    checkpoints: () => checkpoints,
    apply(changes) {
      const after = new Map(changes.zones.map((zone) => [zone.id, zone]))
      const ids = changes.named ?? new Set([...byId.keys(), ...after.keys()])
      const steps = [...ids]
        .map((id) => ({ before: byId.get(id) ?? null, after: after.get(id) ?? null }))
        .filter(isChange)
      for (const audience of ['public', 'internal'] as const) {
        indexes[audience].apply({
          remove: [...ids],
          put: changes.zones.filter((zone) => zone.audience === audience),
        })
      }
      bySlot = { public: [], internal: [] }
      for (const id of ids) byId.delete(id)
      for (const zone of changes.zones) byId.set(zone.id, zone)
      if (steps.length > 0) {
        const all = [...byId.values()].sort(strictestFirst)
        lists = { all, public: all.filter((zone) => zone.audience === 'public') }
      }
      checkpoints = changes.checkpoints ?? checkpoints
      return steps
    },
    refine: () => indexes.public.refine(CELLS_AT_ONCE) || indexes.internal.refine(CELLS_AT_ONCE),
  }
}

// a correction leaves the version and changes since when it holds
const isChange = ({ before, after }: ZoneStep) =>
  before?.version !== after?.version || before?.since !== after?.since || before?.versionSince !== after?.versionSince

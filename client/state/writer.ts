import { signal } from '@preact/signals-core'
import type { CheckpointContent } from '#shared/schema/checkpoint.ts'
import type { SiteContent } from '#shared/schema/site.ts'
import type { VersionedCheckpoint } from './checkpoints.ts'

/** A checkpoint or case site being written down; `gate` is the stored one, null for a new one. */
export type Writing =
  | { type: 'gate'; gate: VersionedCheckpoint | null; content: CheckpointContent }
  | { type: 'site'; content: SiteContent }

/** Begins new checkpoints and sites at a place, [lng, lat] in degrees, and keeps what is being written. */
export function createWriter(today: () => string) {
  const current = signal<Writing | null>(null)
  const geometry = (at: [number, number]) => ({ type: 'Point' as const, coordinates: at.map((degrees) => Number(degrees.toFixed(7))) })
  return {
    current,
    newGate: (at: [number, number]) =>
      (current.value = {
        type: 'gate', gate: null,
        content: { name: '', name_en: null, tier: 'village', state: 'planned', green_lane: false, rule_card: { asks: [] }, geometry: geometry(at) },
      }),
    newSite: (at: [number, number]) =>
      (current.value = { type: 'site', content: { place: '', on_date: today(), cases: 1, geometry: geometry(at) } }),
    editGate(gate: VersionedCheckpoint) {
      const { name, name_en, tier, state, green_lane, rule_card } = gate.properties
      current.value = { type: 'gate', gate, content: { name, name_en, tier, state, green_lane, rule_card, geometry: gate.geometry } }
    },
    writeGate(patch: Partial<CheckpointContent>) {
      const now = current.value
      if (now?.type === 'gate') current.value = { ...now, content: { ...now.content, ...patch } }
    },
    writeSite(patch: Partial<SiteContent>) {
      const now = current.value
      if (now?.type === 'site') current.value = { ...now, content: { ...now.content, ...patch } }
    },
    close: () => (current.value = null),
  }
}

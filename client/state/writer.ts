import { signal } from '@preact/signals-core'
import type { CheckpointContent } from '#shared/schema/checkpoint.ts'
import type { SiteContent } from '#shared/schema/site.ts'
import type { VersionedCheckpoint } from './checkpoints.ts'

/** A checkpoint or case site being written down; `gate` is the stored one, null for a new one; `begun` names this writing of it. */
export type Writing =
  | { type: 'gate'; begun: number; suggested?: string; gate: VersionedCheckpoint | null; content: CheckpointContent }
  | { type: 'site'; content: SiteContent }

export type Writer = ReturnType<typeof createWriter>

/** Begins new checkpoints and sites at a place, [lng, lat] in degrees, and keeps what is being written. */
export function createWriter(today: () => string) {
  const current = signal<Writing | null>(null)
  let begun = 0
  const geometry = (at: [number, number]) => ({ type: 'Point' as const, coordinates: at.map((degrees) => Number(degrees.toFixed(7))) })
  return {
    current,
    newGate: (at: [number, number]) =>
      (current.value = {
        type: 'gate', begun: (begun += 1), gate: null,
        content: {
          name: '', name_en: null, tier: 'village', state: 'planned', green_lane: false, rule_card: { asks: [] }, kind: 'gate', egress: null,
          staffing: null, area_code: null, road_id: null, geometry: geometry(at),
        },
      }),
    newSite: (at: [number, number]) =>
      (current.value = { type: 'site', content: { place: '', on_date: today(), cases: 1, geometry: geometry(at) } }),
    editGate(gate: VersionedCheckpoint) {
      current.value = { type: 'gate', begun: (begun += 1), gate, content: contentOf(gate) }
    },
    /** What is written becomes a change of a newer version than it was begun with. */
    rebaseGate(gate: VersionedCheckpoint) {
      const now = current.value
      if (now?.type === 'gate') current.value = { ...now, gate }
    },
    /** Names a new gate that nobody has named, as those planned at open crossings are; typing another name ends it. */
    suggestName(name: string, nameEn: string) {
      const now = current.value
      if (now?.type !== 'gate' || now.gate !== null || (now.content.name !== '' && now.content.name !== now.suggested)) return
      current.value = { ...now, suggested: name, content: { ...now.content, name, name_en: nameEn } }
    },
    moveGate(at: [number, number], roadId: number | null) {
      const now = current.value
      if (now?.type === 'gate') current.value = { ...now, content: { ...now.content, geometry: geometry(at), road_id: roadId } }
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

/** All that a change of a checkpoint says, as it is stored. */
export function contentOf({ properties, geometry }: VersionedCheckpoint): CheckpointContent {
  const { name, name_en, tier, state, green_lane, rule_card, kind, egress = null, staffing = null, area_code = null, road_id = null } = properties
  return { name, name_en, tier, state, green_lane, rule_card, kind, egress, staffing, area_code, road_id, geometry }
}

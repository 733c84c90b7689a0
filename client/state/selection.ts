import { signal } from '@preact/signals-core'
import type { SearchHit } from '#shared/schema/search-hit.ts'

export type UnitAt = { code: string; level: string; name: string; name_en: string | null }

/** What the details panel is about; `point` is a place clicked or found, [lng, lat] in degrees. */
export type Selected =
  | { type: 'zone'; id: string; at?: [number, number] }
  | { type: 'checkpoint'; id: number }
  | { type: 'site'; id: number }
  | { type: 'point'; at: [number, number]; hit?: SearchHit; units?: UnitAt[] }

export type Selection = ReturnType<typeof createSelection>

export function createSelection() {
  const current = signal<Selected | null>(null)
  const hoveredZone = signal<string | null>(null)
  return { current, hoveredZone, select: (selected: Selected | null) => (current.value = selected) }
}

import { computed, signal } from '@preact/signals-core'
import type { ZoneDefinition } from '#shared/schema/zone.ts'
import { toGeometry, toSketch, type Sketch } from './sketch.ts'
import { commit, redo, startHistory, undo } from './history.ts'

export type GroundType = ZoneDefinition['type']
export type Ground = ReturnType<typeof createGround>

/**
 * The ground of the zone being planned, in each of the three ways it can be said; changing the way keeps what was done
 * in the others. `provisional` is the line while it moves: shown and counted, never a step of undo.
 */
export function createGround() {
  const type = signal<GroundType>('drawn')
  const history = signal(startHistory<Sketch>([]))
  const provisional = signal<Sketch | null>(null)
  const codes = signal<readonly string[]>([])
  const minusStricter = signal(false)
  const restArea = signal<string | null>(null)
  const sketch = computed(() => provisional.value ?? history.value.present)

  const definition = computed<ZoneDefinition | null>(() => {
    if (type.value === 'drawn') {
      const geometry = toGeometry(sketch.value)
      return geometry && { type: 'drawn', geometry }
    }
    if (type.value === 'units')
      return codes.value.length === 0 ? null : { type: 'units', codes: [...codes.value], minus_stricter: minusStricter.value }
    return restArea.value === null ? null : { type: 'rest_of', area: restArea.value }
  })

  return {
    type, history, provisional, codes, minusStricter, restArea, sketch, definition,
    commit(next: Sketch) {
      provisional.value = null
      history.value = commit(history.value, next)
    },
    undo() {
      provisional.value = null
      history.value = undo(history.value)
    },
    redo() {
      provisional.value = null
      history.value = redo(history.value)
    },
    toggleUnit: (code: string) =>
      (codes.value = codes.value.includes(code) ? codes.value.filter((other) => other !== code) : [...codes.value, code]),
    takeUnits: (more: readonly string[]) => (codes.value = [...new Set([...codes.value, ...more])]),
    /** Begins anew, or from a stored definition. */
    set(from: ZoneDefinition | null) {
      provisional.value = null
      history.value = startHistory<Sketch>(from?.type === 'drawn' ? toSketch(from.geometry as { type: string; coordinates: unknown }) : [])
      codes.value = from?.type === 'units' ? from.codes : []
      minusStricter.value = from?.type === 'units' ? (from.minus_stricter ?? false) : false
      restArea.value = from?.type === 'rest_of' ? from.area : null
      type.value = from?.type ?? 'drawn'
    },
  }
}

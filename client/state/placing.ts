import { effect, signal } from '@preact/signals-core'
import type { SnappedCheckpoint } from '#shared/schema/roads.ts'
import type { Api } from '../api/create-api.ts'
import type { Camera } from './camera.ts'
import type { Writer } from './writer.ts'

type Place = [number, number]
/** What is known of the place: being looked for, on a road, placed freely, or too far from any road. */
export type PlaceFound = { type: 'looking' } | { type: 'road'; snapped: SnappedCheckpoint } | { type: 'free' } | { type: 'none'; withinM: number }
type Kept = { at: Place; roadId: number | null; found: PlaceFound | null }

/** How near on the screen a road must be to be meant. */
const REACH_PX = 28
const WITHIN_M = { least: 15, most: 300 }
/** The equator in pixels at zoom 0 of the map's 512-pixel tiles. Metres. */
const EQUATOR_M = 40_075_016.686

/**
 * Where the checkpoint being written stands: snapped to the road at a zone's edge unless placed freely; moves can be undone
 * until it is saved.
 */
export function createPlacing(api: Api, { writer, camera, draft }: { writer: Writer; camera: Camera; draft: () => string | undefined }) {
  const snapping = signal(true)
  const found = signal<PlaceFound | null>(null)
  const past = signal<readonly Kept[]>([])
  let turn = 0
  let written: unknown = null
  effect(() => {
    // another checkpoint, or none: its moves are no longer to be undone
    const current = writer.current.value
    const key = current?.type === 'gate' ? current.begun : null
    if (key === written) return
    written = key
    turn += 1
    found.value = null
    past.value = []
  })
  const here = (): Kept | null => {
    const current = writer.current.peek()
    if (current?.type !== 'gate') return null
    const { geometry, road_id } = current.content
    return { at: geometry.coordinates as Place, roadId: road_id ?? null, found: found.peek() }
  }
  const set = ({ at, roadId, found: what }: Kept) => {
    writer.moveGate(at, roadId)
    found.value = what
  }
  const reach = (lat: number): number => {
    const zoom = camera.view.peek()?.zoom ?? 16
    const metres = (REACH_PX * EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom)
    return Math.round(Math.min(WITHIN_M.most, Math.max(WITHIN_M.least, metres)))
  }
  const settle = async (at: Place, free: boolean) => {
    const mine = (turn += 1)
    if (free || !snapping.peek()) return set({ at, roadId: null, found: { type: 'free' } })
    set({ at, roadId: null, found: { type: 'looking' } })
    const withinM = reach(at[1])
    const answer = await api.gates.snap(at, withinM, draft())
    if (mine !== turn) return
    const snapped = answer.ok ? answer.value.snapped : null
    if (snapped === null) return set({ at, roadId: null, found: { type: 'none', withinM } })
    set({ at: [...snapped.at], roadId: snapped.roadId, found: { type: 'road', snapped } })
    if (snapped.name !== null) writer.suggestName(`${snapped.name}卡口`, `${snapped.nameEn ?? snapped.name}, gate`)
  }
  const move = (from: Kept, to: Place, free: boolean) => {
    past.value = [...past.value, from]
    return settle(to, free)
  }
  return {
    snapping, found, past,
    /** Begins a new checkpoint; [lng, lat] in degrees. */
    begin(at: Place, free: boolean) {
      writer.newGate(at)
      return settle(at, free)
    },
    /** While it is dragged: it follows the pointer and nothing is asked. */
    drag(at: Place) {
      turn += 1
      writer.moveGate(at, null)
    },
    /** Let go after having been dragged from where `from` says. */
    drop: move,
    here,
    moveTo(at: Place) {
      const from = here()
      return from === null ? Promise.resolve() : move(from, at, false)
    },
    setSnapping(on: boolean) {
      snapping.value = on
      const from = here()
      if (on && from !== null) void move(from, from.at, false)
    },
    undo() {
      const before = past.value.at(-1)
      if (before === undefined) return
      turn += 1
      past.value = past.value.slice(0, -1)
      set(before)
    },
  }
}

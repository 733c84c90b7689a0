import { signal } from '@preact/signals-core'
import type { Bounds } from '#shared/schema/geo.ts'

export type View = { zoom: number; lat: number; lng: number }
/** A wish to look somewhere; the map fulfils it and keeps panels out of the way. */
export type Flight = { to: Bounds; maxZoom: number; besidePanel: boolean; besideDialog: boolean } | { at: [number, number]; zoom: number } | View
export type Camera = ReturnType<typeof createCamera>

/** Where the map looks (told by the map) and where it shall look (wished by everybody else). */
export function createCamera() {
  const view = signal<View | null>(null)
  const wish = signal<Flight | null>(null)
  return {
    view,
    wish,
    /** `besidePanel`: details open with it, which on a phone cover the lower part of the map; `besideDialog`: a dialog on the right does. */
    fit: (to: Bounds, { maxZoom = 16.5, besidePanel = true, besideDialog = false } = {}) => (wish.value = { to, maxZoom, besidePanel, besideDialog }),
    flyTo: (at: [number, number], zoom = 16) => (wish.value = { at, zoom }),
    jump: (to: View) => (wish.value = { ...to }),
  }
}

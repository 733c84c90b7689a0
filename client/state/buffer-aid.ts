import { effect, signal } from '@preact/signals-core'
import type { MultiPolygon } from 'geojson'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { AreaLevel } from '#shared/schema/vocabulary.ts'
import type { Areas } from './areas.ts'

/**
 * A circle on the ground as a drafting aid: it finds the units to take and is never itself published. The geometry
 * behind it is loaded with the first circle.
 */
export function createBufferAid(areas: Areas) {
  const centre = signal<[number, number] | null>(null)
  const radiusM = signal(500)
  const busy = signal(false)
  const shape = signal<MultiPolygon | null>(null)
  let run = 0
  effect(() => {
    const at = centre.value
    const radius = radiusM.value
    const mine = ++run
    if (!at) {
      shape.value = null
      return
    }
    void import('#shared/geometry/buffer.ts').then(({ buffer }) => {
      if (mine !== run) return
      const made = buffer({ type: 'Point', coordinates: at }, radius)
      shape.value = made.ok ? made.geometry : null
    })
  })
  return {
    centre, radiusM, shape, busy,
    clear: () => (centre.value = null),
    /** Codes of the units of a level that share ground with the circle, by their exact shapes. */
    async touchedUnits(level: AreaLevel): Promise<string[]> {
      const circle = shape.value
      if (!circle) return []
      busy.value = true
      const [west, south, east, north] = boundsOf(circle)
      await areas.load(level)
      const near = [...areas.byCode.value.values()].filter(
        ({ level: own, bounds: [w, s, e, n] }) => own === level && w <= east && e >= west && s <= north && n >= south,
      )
      const [whole, { unitsTouched }] = await Promise.all([Promise.all(near.map(({ code }) => areas.get(code))), import('./units-touched.ts')])
      busy.value = false
      return unitsTouched(whole, circle)
    },
  }
}

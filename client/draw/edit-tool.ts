import type { Position } from 'geojson'
import type { TerraDraw } from 'terra-draw'
import type { DrawingContext, DrawingTool } from './drawing-context.ts'
import { replaceRing, type RingRef } from '../state/sketch.ts'

/**
 * Every ring of the sketch, shell or hole, as a shape of its own whose corners can be dragged, added at midpoints and
 * deleted. While a corner moves the change is provisional; letting go commits it.
 */
export function startEditing(draw: TerraDraw, { ground }: DrawingContext): DrawingTool {
  const refs = new Map<string | number, RingRef>()
  const load = () => {
    draw.clear()
    refs.clear()
    for (const [part, rings] of ground.history.peek().present.entries())
      for (const [ring, coordinates] of rings.entries()) {
        const [added] = draw.addFeatures([{ type: 'Feature', properties: { mode: 'polygon' }, geometry: { type: 'Polygon', coordinates: [coordinates.map((position) => [...position])] } }])
        if (added?.valid && added.id !== undefined) refs.set(added.id, { part, ring })
      }
  }
  const changed = (id: string | number): Position[] | null => {
    const geometry = draw.getSnapshotFeature(id)?.geometry
    return geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? null) : null
  }
  draw.setMode('select')
  load()
  const first = refs.keys().next().value
  if (first !== undefined) draw.selectFeature(first)

  draw.on('change', (ids) => {
    for (const id of ids) {
      const ref = refs.get(id)
      const ring = ref && changed(id)
      if (ref && ring) ground.provisional.value = replaceRing(ground.history.peek().present, ref, ring)
    }
  })
  draw.on('finish', () => {
    const moved = ground.provisional.peek()
    if (moved) ground.commit(moved)
  })
  // undo and redo change the committed rings under the handles
  const stopFollowing = ground.history.subscribe(() => {
    const shown = [...refs].map(([id, { part, ring }]) => JSON.stringify([part, ring, changed(id)]))
    const committed = ground.history.peek().present.flatMap((rings, part) => rings.map((ring, index) => JSON.stringify([part, index, ring])))
    if (shown.join() !== committed.join()) load()
  })
  return {
    stop() {
      stopFollowing()
      draw.stop()
      ground.provisional.value = null
    },
  }
}

import type { Position } from 'geojson'
import type { Map } from 'maplibre-gl'
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { STORED_DECIMALS } from '#shared/geometry/rounding.ts'
import type { DrawingContext, DrawingTool } from './drawing-context.ts'
import { startErasing } from './erase-tool.ts'
import { addPart, cutHole } from '../state/sketch.ts'
import { startEditing } from './edit-tool.ts'
import { polygonStyles, selectStyles } from './styles.ts'

/** Terra-draw on the map, with what it needs of it: polygons to draw and rings to edit, corners at the stored precision. */
export function createDraw(map: Map, dark: boolean): TerraDraw {
  const coordinates = { midpoints: true, draggable: true, deletable: true }
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: STORED_DECIMALS }),
    modes: [
      new TerraDrawPolygonMode({ styles: polygonStyles(dark), pointerDistance: 14 }),
      new TerraDrawSelectMode({ styles: selectStyles(dark), pointerDistance: 14, allowManualDeselection: false, flags: { polygon: { feature: { draggable: false, coordinates } } } }),
    ],
  })
}

/** Takes a tool in hand. `draw` adds a part, `hole` cuts one out; both stay in hand for the next until left. */
export function startDrawing(map: Map, type: 'draw' | 'hole' | 'edit' | 'erase', context: DrawingContext): DrawingTool {
  if (type === 'erase') return startErasing(map, context)
  const draw = createDraw(map, context.dark)
  draw.start()
  if (type === 'edit') return startEditing(draw, context)
  const { ground } = context
  const put = type === 'hole' ? cutHole : addPart
  const ringOf = (id: string | number): Position[] | null => {
    const geometry = draw.getSnapshotFeature(id)?.geometry
    return geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? null) : null
  }
  draw.setMode('polygon')
  draw.on('change', (ids) => {
    const ring = ids.map(ringOf).find((candidate) => candidate !== null)
    if (ring && isArea(ring)) ground.provisional.value = put(ground.history.peek().present, ring)
  })
  draw.on('finish', (id) => {
    const ring = ringOf(id)
    draw.removeFeatures([id])
    if (!ring) return
    ground.commit(put(ground.history.peek().present, ring))
    context.done()
  })
  return {
    stop() {
      draw.stop()
      ground.provisional.value = null
    },
  }
}

/** While the first corners are set the ring is not yet an area: three different corners make one. */
const isArea = (ring: readonly Position[]): boolean => new Set(ring.map(String)).size >= 3

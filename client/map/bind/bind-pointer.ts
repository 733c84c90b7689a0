import type { Map, MapMouseEvent, Point } from 'maplibre-gl'
import { effect } from '@preact/signals-core'
import type { App } from '../../state/create-app.ts'
import { clickMap, type Clicked } from '../../state/click-map.ts'
import type { UnitAt } from '../../state/selection.ts'

/** fingers are wider than a mouse pointer */
const REACH_PX = 8
const ZONE_MARKS = ['zone-marks', 'zone-names']

/** Clicks and hovering, turned into what lies there; state/click-map.ts decides what they mean. */
export function bindPointer(map: Map, app: App): void {
  const around = ({ x, y }: Point): [[number, number], [number, number]] => [[x - REACH_PX, y - REACH_PX], [x + REACH_PX, y + REACH_PX]]
  const idAt = (point: Point, layers: string[]): number | null => {
    const id = map.queryRenderedFeatures(around(point), { layers })[0]?.properties['id'] as unknown
    return typeof id === 'number' ? id : null
  }
  const unitsAt = (point: Point): UnitAt[] => {
    const found = map.queryRenderedFeatures(point, { layers: ['area-hit'] }).map(({ properties }) => properties as UnitAt)
    return [...new globalThis.Map(found.map((unit) => [unit.code, unit])).values()]
  }
  const markAt = (point: Point): string | null => {
    const id = map.queryRenderedFeatures(point, { layers: ZONE_MARKS })[0]?.properties['id'] as unknown
    return typeof id === 'string' ? id : null
  }
  map.on('click', (event: MapMouseEvent) => {
    const at: [number, number] = [event.lngLat.lng, event.lngLat.lat]
    const clicked: Clicked = { at, free: event.originalEvent.altKey, gate: idAt(event.point, ['gates']), site: idAt(event.point, ['sites']), zoneMark: markAt(event.point), units: unitsAt(event.point) }
    clickMap(app, clicked)
  })
  map.on('mousemove', (event) => {
    if (app.tool.active.peek()) return
    const over = app.zones.at(event.lngLat.lng, event.lngLat.lat)[0]
    const id = over?.properties.id ?? null
    if (id !== app.selection.hoveredZone.peek()) app.selection.hoveredZone.value = id
  })
  map.on('mouseout', () => (app.selection.hoveredZone.value = null))
  effect(() => {
    map.getCanvas().style.cursor = app.tool.active.value ? 'crosshair' : ''
  })
}

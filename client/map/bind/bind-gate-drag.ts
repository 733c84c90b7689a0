import type { Map, MapMouseEvent, MapTouchEvent, Point } from 'maplibre-gl'
import type { App } from '../../state/create-app.ts'

type Press = MapMouseEvent | MapTouchEvent

/** A press that moves less than this is a click. */
const STILL_PX = 4
/** What may be pressed round a place, in pixels: the pin stands on it, a gate's mark lies over it. */
const HIT = { pin: { side: 16, above: 44, below: 8 }, gate: { side: 16, above: 16, below: 16 } }
/** From farther away a slip of the hand would be hundreds of metres. */
const LEAST_ZOOM = 13

/** Dragging the pin of the checkpoint being written, or the mark of the one that is selected; Alt places it freely. */
export function bindGateDrag(map: Map, { placing, writer, selection, session, checkpoints }: Pick<App, 'placing' | 'writer' | 'selection' | 'session' | 'checkpoints'>): void {
  // by the state and not by what is drawn, which follows a moment later
  const isAt = ({ x, y }: Point, at: [number, number], { side, above, below }: (typeof HIT)['pin']) => {
    const place = map.project(at)
    return Math.abs(x - place.x) <= side && y >= place.y - above && y <= place.y + below
  }
  /** Takes the checkpoint in hand where the press is on it; where it stands then. */
  const takeUp = (point: Point): { begin: () => void; at: [number, number] } | null => {
    const writing = writer.current.peek()
    if (writing !== null) {
      const at = writing.content.geometry.coordinates as [number, number]
      return writing.type === 'gate' && isAt(point, at, HIT.pin) ? { begin: () => {}, at } : null
    }
    const selected = selection.current.peek()
    const gate = selected?.type === 'checkpoint' && session.canDraft.peek() ? checkpoints.get(selected.id) : undefined
    if (gate === undefined || map.getZoom() < LEAST_ZOOM) return null
    const at = gate.geometry.coordinates as [number, number]
    return isAt(point, at, HIT.gate) ? { begin: () => void writer.editGate(gate), at } : null
  }
  const press = (event: Press) => {
    if ('points' in event && event.points.length > 1) return
    const taken = takeUp(event.point)
    if (taken === null) return
    // the map stays where it is
    event.preventDefault()
    const start = map.project(taken.at)
    const [dx, dy] = [start.x - event.point.x, start.y - event.point.y]
    const placeOf = ({ x, y }: Point): [number, number] => {
      const { lng, lat } = map.unproject([x + dx, y + dy])
      return [lng, lat]
    }
    let from: ReturnType<typeof placing.here> = null
    let last = event.point
    const move = (moved: Press) => {
      last = moved.point
      if (from === null) {
        if (Math.hypot(last.x - event.point.x, last.y - event.point.y) < STILL_PX) return
        taken.begin()
        from = placing.here()
        map.getCanvas().style.cursor = 'grabbing'
      }
      placing.drag(placeOf(last))
    }
    const [moves, ends] = event.type === 'mousedown' ? (['mousemove', 'mouseup'] as const) : (['touchmove', 'touchend'] as const)
    map.on(moves, move)
    map.once(ends, (ended: Press) => {
      map.off(moves, move)
      map.getCanvas().style.cursor = ''
      if (from !== null) void placing.drop(from, placeOf(last), ended.originalEvent.altKey)
    })
  }
  map.on('mousedown', press)
  map.on('touchstart', press)
}

import { effect } from '@preact/signals-core'
import type { Camera } from './camera.ts'
import type { Moment } from './moment.ts'
import type { Selection } from './selection.ts'
import { formatHash, parseHash, parseMoment, withMoment } from './url.ts'

/** Keeps the address of the page and the state the same, both ways; moving the map adds no history entries. */
export function bindUrl(window: Window, { camera, selection, moment }: { camera: Camera; selection: Selection; moment: Moment }): void {
  const read = () => {
    const { view, selected } = parseHash(window.location.hash)
    if (view) camera.jump(view)
    if (selected) selection.select(selected)
    const { at, asThen } = parseMoment(window.location.hash, window.location.search)
    if (at?.getTime() !== moment.at.peek()?.getTime() || asThen !== moment.asThen.peek()) moment.look(at, asThen)
  }
  read()
  window.addEventListener('hashchange', read)
  effect(() => {
    const hash = withMoment(formatHash({ view: camera.view.value, selected: selection.current.value }), moment.at.value, moment.asThen.value)
    if (camera.view.value && hash !== window.location.hash) window.history.replaceState(null, '', window.location.pathname + hash)
  })
}

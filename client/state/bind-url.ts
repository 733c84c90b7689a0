import { effect } from '@preact/signals-core'
import type { Camera } from './camera.ts'
import type { Selection } from './selection.ts'
import { formatHash, parseHash } from './url.ts'

/** Keeps the address of the page and the state the same, both ways; moving the map adds no history entries. */
export function bindUrl(window: Window, { camera, selection }: { camera: Camera; selection: Selection }): void {
  const read = () => {
    const { view, selected } = parseHash(window.location.hash)
    if (view) camera.jump(view)
    if (selected) selection.select(selected)
  }
  read()
  window.addEventListener('hashchange', read)
  effect(() => {
    const hash = formatHash({ view: camera.view.value, selected: selection.current.value })
    if (camera.view.value && hash !== window.location.hash) window.history.replaceState(null, '', hash)
  })
}

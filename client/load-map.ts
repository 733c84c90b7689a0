import { DICTIONARIES } from './i18n/dictionaries.ts'
import type { App } from './state/create-app.ts'

// fetched from the start, but numbers and lists are painted before it is read: it is nine tenths of all scripts
const loaded = Promise.all([import('./map/mount-map.ts'), import('./draw/bind-drawing.ts')])
loaded.catch(() => {}) // said below

/** Puts the map into the element as soon as its files are there; returns what takes it out again. */
export function mountLoadedMap(container: HTMLElement, app: App): () => void {
  let unmount = () => {}
  let wanted = true
  loaded.then(
    ([{ mountMap }, { bindDrawing }]) => {
      if (!wanted) return
      const map = mountMap(container, app)
      bindDrawing(map, app)
      unmount = () => map.remove()
    },
    () => {
      const { mapMissing: title, unreadableFix: detail } = DICTIONARIES[app.settings.lang.value].errors
      app.toasts.refuse({ type: '/problems/map_missing', status: 0, code: 'map_missing', title, detail })
    },
  )
  return () => {
    wanted = false
    unmount()
  }
}

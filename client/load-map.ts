import type { App } from './state/create-app.ts'

// fetched from the start, but numbers and lists are painted before it is read: it is nine tenths of all scripts
const loaded = Promise.all([import('./map/mount-map.ts'), import('./draw/bind-drawing.ts')])
loaded.catch(() => {}) // said by the page, which hears of every part that is missing

/** Puts the map into the element as soon as its files are there; returns what takes it out again. */
export function mountLoadedMap(container: HTMLElement, app: App): () => void {
  let unmount = () => {}
  let wanted = true
  const put = ([{ mountMap }, { bindDrawing }]: Awaited<typeof loaded>) => {
    if (!wanted) return
    const map = mountMap(container, app)
    bindDrawing(map, app)
    unmount = () => map.remove()
  }
  loaded.then(put, () => {})
  return () => {
    wanted = false
    unmount()
  }
}

import { AJAXError, type Map, type VectorTileSource } from 'maplibre-gl'
import { basemapUrl } from '../style.ts'

const RETRY_MS = 3_000

/**
 * Tiles that could not be had (a server restarting, a line that was cut) are asked for again, for MapLibre itself
 * leaves a hole until the map is moved. A tile that the server refused and any other fault of the map is told to the
 * console, once each; a line that was cut is told there by the browser.
 */
export function bindRetry(map: Map): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const told = new Set<string>()
  map.on('error', ({ error, ...event }) => {
    const sourceId = 'sourceId' in event ? event.sourceId : undefined
    const isCut = sourceId === 'basemap' && !(error instanceof AJAXError && error.status > 0)
    if (!isCut && !told.has(error.message)) {
      told.add(error.message)
      console.error(error)
    }
    if (sourceId !== 'basemap') return
    clearTimeout(timer)
    timer = setTimeout(() => {
      const source = map.getSource<VectorTileSource>('basemap')
      // without its TileJSON a source has no tiles to refresh
      if (source?.tiles) map.refreshTiles('basemap')
      else source?.setUrl(basemapUrl(window.location.origin))
    }, RETRY_MS)
  })
}

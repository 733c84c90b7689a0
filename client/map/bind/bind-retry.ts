import type { Map, VectorTileSource } from 'maplibre-gl'
import { basemapUrl } from '../style.ts'

const RETRY_MS = 3_000

/**
 * Tiles that could not be had (a server restarting, a line that was cut) are asked for again, for MapLibre itself
 * leaves a hole until the map is moved. Any other fault of the map is told to the console.
 */
export function bindRetry(map: Map): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  map.on('error', ({ error, ...event }) => {
    const sourceId = 'sourceId' in event ? event.sourceId : undefined
    if (sourceId !== 'basemap') {
      console.error(error)
      return
    }
    clearTimeout(timer)
    timer = setTimeout(() => {
      const source = map.getSource<VectorTileSource>('basemap')
      // without its TileJSON a source has no tiles to refresh
      if (source?.tiles) map.refreshTiles('basemap')
      else source?.setUrl(basemapUrl(window.location.origin))
    }, RETRY_MS)
  })
}

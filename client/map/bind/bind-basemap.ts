import { effect, type ReadonlySignal } from '@preact/signals-core'
import type { Map, VectorTileSource } from 'maplibre-gl'
import { basemapUrl } from '../style.ts'

/** After an import the base map is read anew: its TileJSON then names tiles of another version. */
export function bindBasemap(map: Map, groundVersion: ReadonlySignal<number>): void {
  effect(() => {
    if (groundVersion.value > 0) map.getSource<VectorTileSource>('basemap')?.setUrl(basemapUrl(window.location.origin))
  })
}

import { effect } from '@preact/signals-core'
import type { FeatureCollection } from 'geojson'
import type { Map } from 'maplibre-gl'
import type { Rings } from '../../state/rings.ts'
import { setData } from '../set-data.ts'

type Spot = { at: [number, number]; state: string }

const points = (spots: readonly Spot[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: spots.map(({ at, state }) => ({ type: 'Feature', properties: { state }, geometry: { type: 'Point', coordinates: at } })),
})

/** The crossings of the selected zone, and beside them the line and gates of the least gate set. */
export function bindRing(map: Map, { rings }: { rings: Rings }): void {
  effect(() => setData(map, 'crossings', points(rings.crossings.value?.crossings ?? [])))
  effect(() => {
    const least = rings.least.value
    setData(map, 'sealed', least?.sealed ?? null)
    setData(map, 'least', points(least?.gates ?? []))
  })
}

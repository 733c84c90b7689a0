import { effect } from '@preact/signals-core'
import type { FeatureCollection } from 'geojson'
import type { Map } from 'maplibre-gl'
import type { App } from '../../state/create-app.ts'
import type { Rings } from '../../state/rings.ts'
import { setData } from '../set-data.ts'

type Spot = { at: [number, number]; state: string }

const points = (spots: readonly Spot[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: spots.map(({ at, state }) => ({ type: 'Feature', properties: { state }, geometry: { type: 'Point', coordinates: at } })),
})

/** Where goods come from and go to, and the middles of compounds that they do not reach. */
const supplySpots = (supply: Rings['supply']['value']): Spot[] => [
  ...(supply?.uncovered ?? []).map(({ at }) => ({ at, state: 'uncovered' })),
  ...(supply?.places ?? []).map(({ at, kind, supplied }) => ({ at, state: kind === 'depot' ? kind : supplied ? 'supplied' : 'unsupplied' })),
]

/** The crossings of the ground being planned, else of the selected zone, and beside them the line and gates of the least gate set. */
export function bindRing(map: Map, { rings, drawnRing, planner }: Pick<App, 'rings' | 'drawnRing' | 'planner'>): void {
  const shown = () => (planner.planning.value === null ? rings : drawnRing)
  effect(() => setData(map, 'crossings', points(shown().crossings.value?.crossings ?? [])))
  effect(() => setData(map, 'supply', points(supplySpots(rings.supply.value))))
  effect(() => {
    const least = shown().least.value
    setData(map, 'sealed', least?.sealed ?? null)
    setData(map, 'least', points(least?.gates ?? []))
  })
}

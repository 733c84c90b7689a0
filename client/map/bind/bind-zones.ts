import { effect } from '@preact/signals-core'
import type { Map } from 'maplibre-gl'
import { labelPoint } from '#shared/geometry/label-point.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import type { ZoneFeature } from '#shared/schema/zone.ts'
import type { Selection } from '../../state/selection.ts'
import type { Zones } from '../../state/zones.ts'
import { setData } from '../set-data.ts'

/** Zones in force on the map, with a labelled point each, and the highlight of the one selected or pointed at. */
export function bindZones(map: Map, { zones, selection }: { zones: Zones; selection: Selection }): void {
  const spots = new WeakMap<ZoneFeature, [number, number]>()
  const spotOf = (zone: ZoneFeature) => {
    const known = spots.get(zone) ?? labelPoint(zone.geometry)
    spots.set(zone, known)
    return known
  }
  effect(() => {
    const all = [...zones.all.value.values()]
    setData(map, 'zones', { type: 'FeatureCollection', features: all })
    setData(map, 'zone-points', {
      type: 'FeatureCollection',
      features: all.map((zone) => ({
        type: 'Feature',
        properties: { id: zone.properties.id, kind: zone.properties.kind, name: zone.properties.name, name_en: zone.properties.name_en, rank: ZONE_KINDS.indexOf(zone.properties.kind) },
        geometry: { type: 'Point', coordinates: spotOf(zone) },
      })),
    })
  })
  const mark = (source: string, state: 'selected' | 'hover', id: () => string | number | null) => {
    let marked: string | number | null = null
    effect(() => {
      const next = id()
      if (marked !== null) map.setFeatureState({ source, id: marked }, { [state]: false })
      if (next !== null) map.setFeatureState({ source, id: next }, { [state]: true })
      marked = next
    })
  }
  mark('zones', 'hover', () => selection.hoveredZone.value)
  mark('zones', 'selected', () => (selection.current.value?.type === 'zone' ? selection.current.value.id : null))
  mark('checkpoints', 'selected', () => (selection.current.value?.type === 'checkpoint' ? selection.current.value.id : null))
}

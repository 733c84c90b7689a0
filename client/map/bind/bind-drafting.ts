import { effect } from '@preact/signals-core'
import type { Map } from 'maplibre-gl'
import { toGeometry } from '../../state/sketch.ts'
import type { App } from '../../state/create-app.ts'
import { setData } from '../set-data.ts'

/** What is being worked on: the ground, its faults at their places, the buffer aid, the pin, and the units on offer. */
export function bindDrafting(map: Map, { planner, outcome, bufferAid, selection, tool, writer }: Pick<App, 'planner' | 'outcome' | 'bufferAid' | 'selection' | 'tool' | 'writer'>): void {
  const { ground, planning } = planner
  effect(() => {
    const preview = outcome.preview.value
    // a drawn line shows as it is, faults and all; units and the rest show as the server made them
    const shape = ground.type.value === 'drawn' ? toGeometry(ground.sketch.value) : preview?.ok ? preview.geometry : null
    setData(map, 'draft', planning.value ? shape : null)
  })
  effect(() => {
    const preview = outcome.preview.value
    const faults = planning.value && preview?.ok === false ? preview.faults : []
    setData(map, 'faults', {
      type: 'FeatureCollection',
      features: faults.flatMap(({ at, title }) => (at ? [{ type: 'Feature', properties: { title }, geometry: { type: 'Point', coordinates: at } }] : [])),
    })
  })
  effect(() => setData(map, 'aid', bufferAid.shape.value))
  effect(() => {
    const selected = selection.current.value
    const at = writer.current.value?.content.geometry.coordinates
      ?? (selected?.type === 'point' || selected?.type === 'zone' ? selected.at : undefined)
    setData(map, 'pin', at ? { type: 'Point', coordinates: at } : null)
  })
  effect(() => {
    const active = tool.active.value
    map.setFilter('offer', ['==', ['get', 'level'], active?.type === 'pick' ? active.level : 'none'])
  })
}

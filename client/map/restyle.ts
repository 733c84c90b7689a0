import type { LayerSpecification, Map } from 'maplibre-gl'
import type { Look } from './look.ts'
import { ORDER } from './order.ts'

type Properties = Record<string, unknown>
const properties = (layer: LayerSpecification, part: 'paint' | 'layout') => (layer[part] ?? {}) as Properties

/** Changes what differs between two looks (theme, language), and nothing else: no tile is fetched again. */
export function restyle(map: Map, before: Look, after: Look): void {
  const old = new globalThis.Map(ORDER.flatMap((file) => file.layers(before)).map((layer) => [layer.id, layer]))
  for (const layer of ORDER.flatMap((file) => file.layers(after))) {
    const was = old.get(layer.id)
    if (!was) continue
    for (const [name, value] of changed(properties(was, 'paint'), properties(layer, 'paint'))) map.setPaintProperty(layer.id, name as never, value as never)
    for (const [name, value] of changed(properties(was, 'layout'), properties(layer, 'layout'))) map.setLayoutProperty(layer.id, name as never, value as never)
  }
}

const changed = (before: Properties, after: Properties) =>
  Object.entries(after).filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value))

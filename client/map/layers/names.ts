import type { SymbolLayerSpecification } from 'maplibre-gl'
import { FONT, FONT_BOLD, nameOf, type LayerFile } from '../look.ts'

/** Every compound has a delivery point, every corner a shop: they wait until there is room. */
const PLACES_SHOWN: SymbolLayerSpecification['filter'] = ['>=', ['zoom'], ['match', ['get', 'kind'], ['hospital', 'designated_hospital', 'station', 'government', 'quarantine_site', 'depot'], 13.5, ['delivery_point', 'sampling_point', 'pharmacy', 'food'], 16.2, 14.8]]

type Part = { id: string; layer: string; filter?: SymbolLayerSpecification['filter']; minzoom?: number; maxzoom?: number; layout: SymbolLayerSpecification['layout']; colour: string; halo: string; width?: number }
const symbol = ({ id, layer, filter, minzoom, maxzoom, layout, colour, halo, width = 1.6 }: Part): SymbolLayerSpecification => ({
  id, type: 'symbol', source: 'basemap', 'source-layer': layer,
  ...(filter === undefined ? {} : { filter }), ...(minzoom === undefined ? {} : { minzoom }), ...(maxzoom === undefined ? {} : { maxzoom }),
  layout: { 'text-font': FONT, 'text-max-width': 9, 'text-padding': 4, ...layout },
  paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': width },
})

/** Names of roads, water, areas and places, and house numbers close up. */
export const names: LayerFile = {
  layers: ({ palette, lang }) => {
    const name = nameOf(lang)
    const { text, textSoft, halo, waterText } = palette
    const level = (...levels: string[]): SymbolLayerSpecification['filter'] => ['in', ['get', 'level'], ['literal', levels]]
    return [
      symbol({ id: 'name-house', layer: 'house_numbers', minzoom: 17, colour: textSoft, halo, layout: { 'text-field': ['get', 'number'], 'text-size': 10.5 } }),
      symbol({ id: 'name-water-line', layer: 'water_lines', minzoom: 11, colour: waterText, halo, layout: { 'symbol-placement': 'line', 'text-field': name, 'text-size': 12.5, 'text-letter-spacing': 0.12 } }),
      symbol({ id: 'name-water', layer: 'water', minzoom: 10, colour: waterText, halo, layout: { 'text-field': name, 'text-size': 13, 'text-letter-spacing': 0.12 } }),
      symbol({
        id: 'name-road-minor', layer: 'roads', minzoom: 14.5, colour: textSoft, halo,
        filter: ['!', ['in', ['get', 'class'], ['literal', ['motorway', 'trunk', 'primary', 'secondary', 'rail']]]],
        layout: { 'symbol-placement': 'line', 'text-field': name, 'text-size': 11.5, 'symbol-spacing': 320 },
      }),
      symbol({
        id: 'name-road', layer: 'roads', minzoom: 11.5, colour: textSoft, halo,
        filter: ['in', ['get', 'class'], ['literal', ['motorway', 'trunk', 'primary', 'secondary', 'rail']]],
        layout: { 'symbol-placement': 'line', 'text-field': name, 'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11.5, 17, 14], 'symbol-spacing': 420 },
      }),
      symbol({ id: 'name-place', layer: 'places', minzoom: 13, filter: PLACES_SHOWN, colour: textSoft, halo, layout: { 'text-field': name, 'text-size': 11.5, 'text-anchor': 'top', 'text-offset': [0, 0.55], 'icon-image': `dot-${palette.theme}`, 'text-optional': true, 'icon-padding': 6 } }),
      symbol({ id: 'name-compound', layer: 'area_labels', minzoom: 14.3, filter: level('compound', 'natural_village'), colour: text, halo, layout: { 'text-field': name, 'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11.5, 17, 14] } }),
      symbol({ id: 'name-village', layer: 'area_labels', minzoom: 12, maxzoom: 16, filter: level('village'), colour: textSoft, halo, layout: { 'text-field': name, 'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11.5, 15, 14] } }),
      symbol({ id: 'name-township', layer: 'area_labels', maxzoom: 14, filter: level('township'), colour: text, halo, width: 2, layout: { 'text-font': FONT_BOLD, 'text-field': name, 'text-size': ['interpolate', ['linear'], ['zoom'], 9, 13, 13, 18], 'text-letter-spacing': 0.06 } }),
      symbol({ id: 'name-county', layer: 'area_labels', maxzoom: 9.5, filter: level('county', 'prefecture', 'province'), colour: text, halo, width: 2, layout: { 'text-font': FONT_BOLD, 'text-field': name, 'text-size': 17, 'text-letter-spacing': 0.1 } }),
    ]
  },
}

import { FONT_BOLD, nameOf, type LayerFile } from '../look.ts'

/** Names of zones, the stricter first in the fight for room; far off, a mark stays where the ground is too small to see. */
export const zoneNames: LayerFile = {
  layers: ({ palette, lang }) => [
    {
      id: 'zone-marks', type: 'symbol', source: 'zone-points', maxzoom: 13.5,
      filter: ['!=', ['get', 'kind'], 'precaution'],
      layout: { 'icon-image': ['concat', 'zone-', ['get', 'kind'], `-${palette.theme}`], 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'symbol-sort-key': ['-', 0, ['get', 'rank']] },
    },
    {
      id: 'zone-names', type: 'symbol', source: 'zone-points', minzoom: 10.5,
      layout: {
        'text-field': nameOf(lang), 'text-font': FONT_BOLD, 'text-size': ['interpolate', ['linear'], ['zoom'], 11, 13, 16, 17],
        'text-max-width': 11, 'text-padding': 6, 'symbol-sort-key': ['get', 'rank'],
        'text-variable-anchor-offset': ['center', [0, 0], 'top', [0, 1.2], 'bottom', [0, -1.2], 'left', [1.4, 0], 'right', [-1.4, 0], 'top', [0, 3.2], 'bottom', [0, -3.2], 'left', [4, 0], 'right', [-4, 0], 'left', [8, 0], 'right', [-8, 0]],
      },
      paint: {
        'text-color': ['match', ['get', 'kind'], 'sealed', palette.zoneText.sealed, 'controlled', palette.zoneText.controlled, palette.zoneText.precaution],
        'text-halo-color': palette.halo, 'text-halo-width': 2.2,
      },
    },
  ],
}

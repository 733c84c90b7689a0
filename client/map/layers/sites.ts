import { FONT, type LayerFile } from '../look.ts'

/** Case sites, for signed-in posts only: a small mark with its date. */
export const sites: LayerFile = {
  layers: ({ palette }) => [
    {
      id: 'sites', type: 'symbol', source: 'sites', minzoom: 11,
      layout: {
        'icon-image': `site-${palette.theme}`, 'icon-allow-overlap': true,
        'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 11.5, 'text-anchor': 'left', 'text-offset': [0.9, 0], 'text-optional': true,
      },
      paint: { 'text-color': palette.site, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
    },
  ],
  legend: ({ palette, t }) => [{ group: 'gates', label: t.legend.site, mark: { type: 'image', id: `site-${palette.theme}` } }],
}

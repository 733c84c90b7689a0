import type { LayerFile } from '../look.ts'

/** The land that is loaded, settlements, water and waterways; what lies beyond is darker. */
export const ground: LayerFile = {
  layers: ({ palette }) => [
    { id: 'beyond', type: 'background', paint: { 'background-color': palette.beyond } },
    {
      id: 'land', type: 'fill', source: 'basemap', 'source-layer': 'areas', filter: ['in', ['get', 'level'], ['literal', ['county', 'prefecture', 'province']]],
      paint: { 'fill-color': palette.land },
    },
    {
      id: 'settlement', type: 'fill', source: 'basemap', 'source-layer': 'areas', minzoom: 13,
      filter: ['in', ['get', 'level'], ['literal', ['compound', 'natural_village']]],
      paint: { 'fill-color': palette.town, 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0, 14, 1] },
    },
    { id: 'water', type: 'fill', source: 'basemap', 'source-layer': 'water', paint: { 'fill-color': palette.water, 'fill-outline-color': palette.waterLine } },
    {
      id: 'waterways', type: 'line', source: 'basemap', 'source-layer': 'water_lines',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.waterLine,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 9, ['match', ['get', 'kind'], 'river', 1.2, 0.5], 17, ['match', ['get', 'kind'], 'river', 14, 5]],
      },
    },
  ],
  legend: ({ palette, t }) => [{ group: 'base', label: t.legend.water, mark: { type: 'area', fill: palette.water, edge: palette.waterLine } }],
}

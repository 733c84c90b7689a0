import type { LayerFile } from '../look.ts'

/** Edges of townships and above, dash-dotted. */
export const boundaries: LayerFile = {
  layers: ({ palette }) => [
    {
      id: 'boundary-village', type: 'line', source: 'basemap', 'source-layer': 'areas', minzoom: 13,
      filter: ['==', ['get', 'level'], 'village'],
      paint: { 'line-color': palette.boundary, 'line-opacity': 0.35, 'line-width': 0.8, 'line-dasharray': [2, 3] },
    },
    {
      id: 'boundary-township', type: 'line', source: 'basemap', 'source-layer': 'areas',
      filter: ['==', ['get', 'level'], 'township'],
      paint: { 'line-color': palette.boundary, 'line-opacity': 0.7, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.8, 15, 1.8], 'line-dasharray': [5, 2, 1, 2] },
    },
    {
      id: 'boundary-county', type: 'line', source: 'basemap', 'source-layer': 'areas',
      filter: ['==', ['get', 'level'], 'county'],
      paint: { 'line-color': palette.boundary, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.4, 15, 3], 'line-dasharray': [6, 2, 1.5, 2] },
    },
    // invisible, to know which units lie under a click
    { id: 'area-hit', type: 'fill', source: 'basemap', 'source-layer': 'areas', paint: { 'fill-opacity': 0 } },
  ],
  legend: ({ palette, t }) => [{ group: 'base', label: t.legend.boundary, mark: { type: 'line', colour: palette.boundary, casing: 'transparent', width: 1.8, dashed: true } }],
}

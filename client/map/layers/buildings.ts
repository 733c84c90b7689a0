import type { LayerFile } from '../look.ts'

/** Footprints, taller ones a little stronger. */
export const buildings: LayerFile = {
  layers: ({ palette }) => [
    {
      id: 'buildings', type: 'fill', source: 'basemap', 'source-layer': 'buildings', minzoom: 13,
      paint: {
        'fill-color': palette.building,
        'fill-outline-color': palette.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0, 14, ['interpolate', ['linear'], ['coalesce', ['get', 'levels'], 1], 1, 0.75, 12, 1]],
      },
    },
  ],
  legend: ({ palette, t }) => [{ group: 'base', label: t.legend.building, mark: { type: 'area', fill: palette.building, edge: palette.buildingEdge } }],
}

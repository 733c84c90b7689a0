import { FONT_BOLD, type LayerFile } from '../look.ts'

/** What is being worked on: units on offer, the ground so far, the buffer aid, faults at their places, the pin. */
export const drafting: LayerFile = {
  layers: ({ palette }) => [
    {
      id: 'offer', type: 'line', source: 'basemap', 'source-layer': 'areas', filter: ['==', ['get', 'level'], 'none'],
      paint: { 'line-color': palette.draft, 'line-width': 1.2, 'line-opacity': 0.75 },
    },
    { id: 'draft-fill', type: 'fill', source: 'draft', paint: { 'fill-color': palette.draft, 'fill-opacity': 0.18 } },
    { id: 'draft-edge', type: 'line', source: 'draft', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.draft, 'line-width': 2.6 } },
    { id: 'aid-fill', type: 'fill', source: 'aid', paint: { 'fill-color': palette.aid, 'fill-opacity': 0.08 } },
    { id: 'aid-edge', type: 'line', source: 'aid', paint: { 'line-color': palette.aid, 'line-width': 1.8, 'line-dasharray': [2, 2] } },
    {
      id: 'faults', type: 'symbol', source: 'faults',
      layout: { 'icon-image': `fault-${palette.theme}`, 'icon-allow-overlap': true, 'text-field': ['get', 'title'], 'text-font': FONT_BOLD, 'text-size': 13, 'text-anchor': 'top', 'text-offset': [0, 1.2] },
      paint: { 'text-color': palette.fault, 'text-halo-color': palette.halo, 'text-halo-width': 2.2 },
    },
    { id: 'pin', type: 'symbol', source: 'pin', layout: { 'icon-image': `pin-${palette.theme}`, 'icon-anchor': 'bottom', 'icon-allow-overlap': true, 'icon-ignore-placement': true } },
  ],
}

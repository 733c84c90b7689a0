import type { LayerFile } from '../look.ts'
import type { Palette } from '../palette.ts'

/** From here on the places of one zone stand apart; depots are few and shown from afar. */
const NEAR = 11.5

const colours = (palette: Palette) => ({ depot: palette.gate, supplied: palette.green, unsupplied: palette.fault })

/** Depots, delivery points and compounds that no supplies reach, for the selected zone. */
export const supply: LayerFile = {
  layers: ({ palette }) => [
    {
      id: 'unsupplied-compounds', type: 'circle', source: 'supply', minzoom: NEAR, filter: ['==', ['get', 'state'], 'uncovered'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 12, 6, 16, 15], 'circle-color': palette.fault, 'circle-opacity': 0.14,
        'circle-stroke-color': palette.fault, 'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'delivery-points', type: 'circle', source: 'supply', minzoom: NEAR, filter: ['in', ['get', 'state'], ['literal', ['supplied', 'unsupplied']]],
      paint: {
        'circle-radius': 4.5, 'circle-color': palette.halo, 'circle-stroke-width': 2.6,
        'circle-stroke-color': ['match', ['get', 'state'], 'supplied', colours(palette).supplied, colours(palette).unsupplied],
      },
    },
    {
      id: 'depots', type: 'circle', source: 'supply', filter: ['==', ['get', 'state'], 'depot'],
      paint: { 'circle-radius': 6.5, 'circle-color': palette.halo, 'circle-stroke-color': colours(palette).depot, 'circle-stroke-width': 4 },
    },
  ],
  legend: ({ palette, t }) => [
    ...(['depot', 'supplied', 'unsupplied'] as const).map((state) => ({
      group: 'supply' as const, label: t.ring.mark[state], mark: { type: 'dot' as const, fill: palette.halo, edge: colours(palette)[state] },
    })),
    { group: 'supply' as const, label: t.ring.mark.uncovered, mark: { type: 'dot' as const, fill: `${palette.fault}24`, edge: palette.fault } },
  ],
}

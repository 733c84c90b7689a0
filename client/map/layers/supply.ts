import type { ExpressionSpecification } from 'maplibre-gl'
import type { LayerFile } from '../look.ts'
import type { Palette } from '../palette.ts'

const colours = (palette: Palette) => ({ depot: palette.gate, supplied: palette.green, unsupplied: palette.fault })

/** Depots, delivery points and compounds that no supplies reach, for the selected zone. */
export const supply: LayerFile = {
  layers: ({ palette }) => [
    {
      id: 'unsupplied-compounds', type: 'circle', source: 'supply', filter: ['==', ['get', 'state'], 'uncovered'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 12, 6, 16, 15], 'circle-color': palette.fault, 'circle-opacity': 0.14,
        'circle-stroke-color': palette.fault, 'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'supply-places', type: 'circle', source: 'supply', filter: ['!=', ['get', 'state'], 'uncovered'],
      paint: {
        'circle-radius': ['match', ['get', 'state'], 'depot', 6.5, 4.5],
        'circle-color': palette.halo,
        'circle-stroke-color': ['match', ['get', 'state'], ...Object.entries(colours(palette)).flat(), palette.fault] as unknown as ExpressionSpecification,
        'circle-stroke-width': ['match', ['get', 'state'], 'depot', 4, 2.6],
      },
    },
  ],
  legend: ({ palette, t }) => [
    ...(['depot', 'supplied', 'unsupplied'] as const).map((state) => ({
      group: 'supply' as const, label: t.ring.mark[state], mark: { type: 'dot' as const, fill: palette.halo, edge: colours(palette)[state] },
    })),
    { group: 'supply' as const, label: t.ring.mark.uncovered, mark: { type: 'dot' as const, fill: `${palette.fault}24`, edge: palette.fault } },
  ],
}

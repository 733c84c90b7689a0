import type { ExpressionSpecification } from 'maplibre-gl'
import type { LayerFile } from '../look.ts'
import type { Palette } from '../palette.ts'

/** From here on the marks along one zone's edge stand apart. */
const NEAR = 11.5

/** What a crossing's state is drawn in; an open one is the largest and the only red. */
const colours = (palette: Palette) =>
  ({ guarded: palette.green, closed: palette.textSoft, natural: palette.textSoft, planned: palette.zone.controlled, through: palette.boundary, open: palette.fault })

/** The crossings of the selected zone's edge by how they are held, and the sealed line of the fewest gates. */
export const ring: LayerFile = {
  layers: ({ palette }) => [
    { id: 'sealed-line', type: 'line', source: 'sealed', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.draft, 'line-width': 2.4, 'line-dasharray': [3, 2] } },
    {
      id: 'crossings', type: 'circle', source: 'crossings', minzoom: NEAR,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 12, ['match', ['get', 'state'], 'open', 4, 3], 16, ['match', ['get', 'state'], 'open', 8, 6]],
        'circle-color': ['match', ['get', 'state'], ...Object.entries(colours(palette)).flat(), palette.fault] as unknown as ExpressionSpecification,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 1.8,
      },
    },
    { id: 'least-gates', type: 'circle', source: 'least', minzoom: NEAR, paint: { 'circle-radius': 7, 'circle-opacity': 0, 'circle-stroke-color': palette.draft, 'circle-stroke-width': 2.6 } },
  ],
  legend: ({ palette, t }) =>
    (['guarded', 'closed', 'planned', 'open'] as const).map((state) => ({
      group: 'ring' as const, label: t.ring.state[state], mark: { type: 'dot' as const, fill: colours(palette)[state], edge: palette.halo },
    })),
}

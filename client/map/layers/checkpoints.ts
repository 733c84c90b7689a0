import { CHECKPOINT_STATES, CHECKPOINT_TIERS } from '#shared/vocabulary.ts'
import type { ExpressionSpecification } from 'maplibre-gl'
import { FONT, nameOf, type LayerFile } from '../look.ts'

const iconOf = (theme: string): ['concat', ...unknown[]] =>
  ['concat', 'gate-', ['get', 'tier'], '-', ['get', 'state'], '-', ['case', ['get', 'green_lane'], 'green', 'plain'], `-${theme}`]

/** From which zoom a tier shows: the small gates of a compound would bury it from afar. */
const SHOWN: ExpressionSpecification = ['>=', ['zoom'], ['match', ['get', 'tier'], 'county', 8, 'township', 10.5, 'village', 13.3, 14.2]]

/** Gates: the shape and size say the tier, the filling says the state, a green bar below says green lane, a red ring an incident. */
export const checkpoints: LayerFile = {
  layers: ({ palette, lang }) => [
    {
      id: 'gate-lit', type: 'circle', source: 'checkpoints', filter: SHOWN,
      paint: { 'circle-radius': 17, 'circle-color': palette.select, 'circle-opacity': ['case', ['boolean', ['feature-state', 'selected'], false], 0.28, 0] },
    },
    {
      id: 'gate-incidents', type: 'circle', source: 'checkpoints', minzoom: 8, filter: ['==', ['get', 'incident'], true],
      paint: { 'circle-radius': 15, 'circle-color': palette.fault, 'circle-opacity': 0.22, 'circle-stroke-color': palette.fault, 'circle-stroke-width': 2.4 },
    },
    {
      id: 'gates', type: 'symbol', source: 'checkpoints', minzoom: 8, filter: SHOWN,
      layout: {
        'icon-image': iconOf(palette.theme) as never, 'icon-allow-overlap': true, 'icon-padding': 1,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.55, 13, 0.85, 16, 1.1],
        'symbol-sort-key': ['match', ['get', 'tier'], 'county', 4, 'township', 3, 'village', 2, 1],
      },
    },
    {
      id: 'gate-names', type: 'symbol', source: 'checkpoints', minzoom: 14.5,
      layout: { 'text-field': nameOf(lang), 'text-font': FONT, 'text-size': 12.5, 'text-anchor': 'top', 'text-offset': [0, 1.25], 'text-max-width': 10, 'text-optional': true },
      paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
    },
  ],
  legend: ({ palette, t }) => [
    ...CHECKPOINT_TIERS.map((tier) => ({ group: 'gates' as const, label: t.tier[tier], mark: { type: 'image' as const, id: `gate-${tier}-staffed-plain-${palette.theme}` } })),
    ...CHECKPOINT_STATES.map((state) => ({ group: 'gates' as const, label: t.gateState[state], mark: { type: 'image' as const, id: `gate-township-${state}-plain-${palette.theme}` } })),
    { group: 'gates' as const, label: t.gate.status.incident, mark: { type: 'dot' as const, fill: palette.fault, edge: palette.halo } },
    { group: 'gates' as const, label: t.legend.green, mark: { type: 'image' as const, id: `gate-township-staffed-green-${palette.theme}` } },
  ],
}

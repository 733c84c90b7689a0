import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import type { LayerFile, Look } from '../look.ts'
import type { Palette } from '../palette.ts'

/** Least strict first, so that the stricter zone lies on top. */
const BOTTOM_UP = [...ZONE_KINDS].reverse()
const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false]

/** The widest zone is the faintest, so that the map under it stays readable. */
const opacity = ({ fillOpacity }: Palette, kind: ZoneKind) => (kind === 'precaution' ? fillOpacity * 0.6 : fillOpacity)

const fillOf = ({ palette }: Look, kind: ZoneKind): LayerSpecification[] => [
  {
    id: `zone-fill-${kind}`, type: 'fill', source: 'zones', filter: ['==', ['get', 'kind'], kind],
    paint: {
      'fill-color': palette.zone[kind],
      'fill-opacity': ['case', selected, opacity(palette, kind) + 0.06, opacity(palette, kind)],
      'fill-antialias': false,
    },
  },
  {
    id: `zone-pattern-${kind}`, type: 'fill', source: 'zones', filter: ['==', ['get', 'kind'], kind],
    paint: { 'fill-pattern': `pattern-${kind}-${palette.theme}`, 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.3, 13, kind === 'precaution' ? 0.6 : 0.75] },
  },
]

/** Colour and, as second cue, a pattern: crossed lines for sealed, slanting lines for controlled, sparse dots for precaution. */
export const zoneFills: LayerFile = {
  layers: (look) => BOTTOM_UP.flatMap((kind) => fillOf(look, kind)),
  legend: ({ palette, t }) => ZONE_KINDS.map((kind) => ({
    group: 'zones' as const, label: t.kind[kind], mark: { type: 'area' as const, fill: palette.zone[kind], edge: palette.zone[kind], pattern: `pattern-${kind}-${palette.theme}` },
  })),
}

import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { ZONE_KINDS, type ZoneKind } from '#shared/schema/vocabulary.ts'
import type { LayerFile, Look } from '../look.ts'

/** Least strict first, so that the stricter zone lies on top. */
const BOTTOM_UP = [...ZONE_KINDS].reverse()
const lit: ExpressionSpecification = ['any', ['boolean', ['feature-state', 'selected'], false], ['boolean', ['feature-state', 'hover'], false]]

const fillOf = ({ palette }: Look, kind: ZoneKind): LayerSpecification[] => [
  {
    id: `zone-fill-${kind}`, type: 'fill', source: 'zones', filter: ['==', ['get', 'kind'], kind],
    paint: {
      'fill-color': palette.zone[kind],
      'fill-opacity': ['case', lit, palette.fillOpacity + 0.12, kind === 'precaution' ? palette.fillOpacity * 0.6 : palette.fillOpacity],
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

import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import type { LayerFile, Look } from '../look.ts'

const lit: ExpressionSpecification = ['any', ['boolean', ['feature-state', 'selected'], false], ['boolean', ['feature-state', 'hover'], false]]

type Paint = NonNullable<LineLayerSpecification['paint']>

/** A double line for sealed, dashes for controlled, dots for precaution: told apart without colour. */
const STYLE: Record<ZoneKind, { paint: Paint; cap: 'butt' | 'round'; casing: number }> = {
  sealed: { paint: { 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.2, 15, 2], 'line-gap-width': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 15, 2.4] }, cap: 'butt', casing: 8 },
  controlled: { paint: { 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.8, 15, 3.4], 'line-dasharray': [3.2, 1.4] }, cap: 'butt', casing: 5.5 },
  precaution: { paint: { 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.8, 15, 3.4], 'line-dasharray': [0.05, 1.9] }, cap: 'round', casing: 5 },
}

const edgeOf = ({ palette }: Look, kind: ZoneKind): LineLayerSpecification[] => {
  const base = { type: 'line' as const, source: 'zones', filter: ['==', ['get', 'kind'], kind] as ['==', ['get', string], string] }
  const { paint, cap, casing } = STYLE[kind]
  return [
    { ...base, id: `zone-lit-${kind}`, layout: { 'line-join': 'round' }, paint: { 'line-color': palette.select, 'line-width': casing + 5, 'line-opacity': ['case', lit, 0.55, 0], 'line-blur': 1 } },
    { ...base, id: `zone-casing-${kind}`, layout: { 'line-join': 'round' }, paint: { 'line-color': palette.halo, 'line-width': casing, 'line-opacity': 0.85 } },
    { ...base, id: `zone-edge-${kind}`, layout: { 'line-cap': cap, 'line-join': 'round' }, paint: { 'line-color': palette.zone[kind], ...paint } },
  ]
}

export const zoneEdges: LayerFile = {
  layers: (look) => [...ZONE_KINDS].reverse().flatMap((kind) => edgeOf(look, kind)),
}

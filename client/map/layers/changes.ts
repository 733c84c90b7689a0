import type { LayerSpecification } from 'maplibre-gl'
import type { Look, LayerFile } from '../look.ts'
import type { OwnSource } from '../own-sources.ts'

type Shade = { source: OwnSource; colour: string; opacity: number; hatch?: 'added' | 'removed'; dashed?: boolean }

function shade({ palette }: Look, { source, colour, opacity, hatch, dashed = false }: Shade): LayerSpecification[] {
  return [
    { id: `${source}-fill`, type: 'fill', source, paint: { 'fill-color': colour, 'fill-opacity': opacity } },
    ...(hatch === undefined ? [] : [{ id: `${source}-hatch`, type: 'fill' as const, source, paint: { 'fill-pattern': `change-${hatch}-${palette.theme}` } }]),
    {
      id: `${source}-edge`, type: 'line', source, layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 2.4, ...(dashed ? { 'line-dasharray': [2.5, 1.5] } : {}) },
    },
  ]
}

/** What a draft would add and take away, a candidate pointed at, and the two grounds of a conflict. */
export const changes: LayerFile = {
  layers: (look) => [
    ...shade(look, { source: 'added', colour: look.palette.added, opacity: 0.16, hatch: 'added' }),
    ...shade(look, { source: 'removed', colour: look.palette.removed, opacity: 0.12, hatch: 'removed' }),
    ...shade(look, { source: 'candidate', colour: look.palette.select, opacity: 0.14 }),
    ...shade(look, { source: 'theirs', colour: look.palette.theirs, opacity: 0.16, dashed: true }),
    ...shade(look, { source: 'mine', colour: look.palette.draft, opacity: 0.16 }),
  ],
}

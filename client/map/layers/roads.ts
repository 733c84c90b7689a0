import type { ExpressionSpecification, FilterSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { LayerFile, Look } from '../look.ts'
import { roadWidth } from './road-width.ts'

const PATHS = ['track', 'path', 'footway', 'steps', 'bridleway', 'cycleway', 'construction']
const MOTORWAY = ['motorway', 'motorway_link']
const MAJOR = ['trunk', 'primary', 'secondary', 'trunk_link', 'primary_link']

const drive: FilterSpecification = ['!', ['in', ['get', 'class'], ['literal', [...PATHS, 'rail', 'ferry']]]]
const isBridge: FilterSpecification = ['==', ['get', 'bridge'], true]
const isTunnel: FilterSpecification = ['==', ['get', 'tunnel'], true]
const onGround: FilterSpecification = ['all', ['!', isBridge], ['!', isTunnel]]
const all = (...filters: FilterSpecification[]) => ['all', ...filters] as FilterSpecification

const ORDER: ExpressionSpecification = ['match', ['get', 'class'], 'motorway', 9, 'trunk', 8, 'primary', 7, 'secondary', 6, 'tertiary', 5, ['motorway_link', 'trunk_link'], 4, 'residential', 3, 2]

const fillColour = ({ palette }: Look): ExpressionSpecification =>
  ['match', ['get', 'class'], MOTORWAY, palette.motorway, MAJOR, palette.roadMajor, palette.road]
const casingColour = ({ palette }: Look): ExpressionSpecification => ['match', ['get', 'class'], [...MOTORWAY, ...MAJOR], palette.casingMajor, palette.casing]

const line = (id: string, filter: FilterSpecification, more: Pick<LineLayerSpecification, 'paint' | 'minzoom'> & { cap?: 'butt' | 'round'; sort?: boolean }): LineLayerSpecification => ({
  id, type: 'line', source: 'basemap', 'source-layer': 'roads', filter,
  ...(more.minzoom === undefined ? {} : { minzoom: more.minzoom }),
  layout: { 'line-cap': more.cap ?? 'round', 'line-join': 'round', ...(more.sort ? { 'line-sort-key': ORDER } : {}) },
  paint: more.paint ?? {},
})

/** Tunnels, then roads on the ground, then the railway, then bridges over them; ways for walking are thin dashes. */
export const roads: LayerFile = {
  layers: (look) => {
    const { palette } = look
    const cased = (id: string, filter: FilterSpecification, casing: number) => [
      line(`${id}-casing`, filter, { cap: id === 'roads' ? 'round' : 'butt', paint: { 'line-color': id === 'bridges' ? palette.textSoft : casingColour(look), 'line-width': roadWidth(casing) } }),
      line(id, filter, { sort: true, paint: { 'line-color': fillColour(look), 'line-width': roadWidth() } }),
    ]
    return [
      line('tunnels', all(drive, isTunnel), { cap: 'butt', paint: { 'line-color': palette.casing, 'line-width': roadWidth(1), 'line-dasharray': [1.5, 1] } }),
      line('paths', all(['in', ['get', 'class'], ['literal', PATHS]]), { minzoom: 13, cap: 'butt', paint: { 'line-color': palette.lane, 'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.8, 18, 2.4], 'line-dasharray': [3, 1.6] } }),
      ...cased('roads', all(drive, onGround), 2),
      line('rail', ['==', ['get', 'class'], 'rail'], { cap: 'butt', paint: { 'line-color': palette.rail, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 1.2, 17, 4.5] } }),
      line('rail-ties', ['==', ['get', 'class'], 'rail'], { cap: 'butt', minzoom: 11, paint: { 'line-color': palette.land, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.8, 17, 2.8], 'line-dasharray': [4, 4] } }),
      ...cased('bridges', all(drive, isBridge), 3),
      line('ferry', ['==', ['get', 'class'], 'ferry'], { cap: 'butt', paint: { 'line-color': palette.waterText, 'line-width': 1.6, 'line-dasharray': [3, 2.5] } }),
    ]
  },
  legend: ({ palette, t }) => [
    { group: 'base', label: t.legend.motorway, mark: { type: 'line', colour: palette.motorway, casing: palette.casingMajor, width: 5 } },
    { group: 'base', label: t.legend.road, mark: { type: 'line', colour: palette.roadMajor, casing: palette.casingMajor, width: 4 } },
    { group: 'base', label: t.legend.rail, mark: { type: 'line', colour: palette.land, casing: palette.rail, width: 2.5, dashed: true } },
  ],
}

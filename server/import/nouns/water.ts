import type { NounSpec } from './noun-spec.ts'
import { ID_HEADERS, NAME, NAME_EN } from './names.ts'

/** Rivers and canals as lines or surfaces, lakes and ponds as surfaces. */
export const WATER: NounSpec = {
  noun: 'water',
  columns: [{ field: 'kind', headers: ['类别'], read: 'text', required: true }, NAME, NAME_EN],
  idHeaders: ID_HEADERS,
  geometry: ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
}

import type { NounSpec } from './noun-spec.ts'
import { AREA_CODE, ID_HEADERS, NAME, NAME_EN } from './names.ts'

/** Buildings with the people counted in them, as the demo district's file has them. */
export const BUILDINGS: NounSpec = {
  noun: 'buildings',
  columns: [
    NAME,
    NAME_EN,
    { field: 'levels', headers: ['层数', '楼层'], read: 'integer' },
    { field: 'use', headers: ['用途'], read: 'text' },
    AREA_CODE,
    { field: 'people', headers: ['人口', '人数'], read: 'number' },
    { field: 'households', headers: ['户数'], read: 'number' },
  ],
  idHeaders: ID_HEADERS,
  geometry: ['Polygon', 'MultiPolygon'],
}

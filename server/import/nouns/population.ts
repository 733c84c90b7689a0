import type { FieldValue } from '../record.ts'
import type { NounSpec } from './noun-spec.ts'
import { ID_HEADERS } from './names.ts'

/**
 * People by area (a polygon) or by building (a point inside it, or its id in `building`). A polygon is counted over
 * its ground; a point or an id over the building found there.
 */
export const POPULATION: NounSpec = {
  noun: 'population',
  columns: [
    { field: 'people', headers: ['人口', '人数', '常住人口', 'population', 'pop'], read: 'number', required: true },
    { field: 'households', headers: ['户数', '家庭户'], read: 'number' },
    { field: 'building', headers: ['楼栋编号', '建筑编号', 'building_id'], read: 'text' },
  ],
  idHeaders: ID_HEADERS,
  geometry: ['Polygon', 'MultiPolygon', 'Point'],
  geometryOptional: true,
  complete: checkCounts,
}

function checkCounts(fields: Record<string, FieldValue>): { field: string; text: string } | null {
  for (const field of ['people', 'households']) {
    const value = fields[field]
    if (typeof value === 'number' && value < 0) return { field, text: String(value) }
  }
  return null
}

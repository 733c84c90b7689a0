import type { NounSpec } from './noun-spec.ts'
import { ID_HEADERS } from './names.ts'

/** Case sites: a place, a date and a count, never a person. */
export const SITES: NounSpec = {
  noun: 'sites',
  columns: [
    { field: 'place', headers: [], read: 'text', required: true },
    { field: 'on_date', headers: [], read: 'text', required: true },
    { field: 'cases', headers: [], read: 'integer', required: true },
  ],
  idHeaders: ID_HEADERS,
  geometry: ['Point'],
}

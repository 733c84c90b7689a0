import type { NounSpec } from './noun-spec.ts'
import { AREA_CODE, ID_HEADERS, NAME, NAME_EN } from './names.ts'
import { PLACE_KIND_WORDS } from './words.ts'

/** Key places and resources, each a point. */
export const PLACES: NounSpec = {
  noun: 'places',
  columns: [
    { ...NAME, required: true },
    NAME_EN,
    { field: 'kind', headers: ['类别', '类型', '种类', 'type'], read: 'word', words: PLACE_KIND_WORDS, required: true },
    { field: 'capacity', headers: ['容量', '能力'], read: 'json', initial: {} },
    AREA_CODE,
  ],
  idHeaders: ID_HEADERS,
  geometry: ['Point'],
}

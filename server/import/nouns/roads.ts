import type { NounSpec } from './noun-spec.ts'
import { ID_HEADERS, NAME, NAME_EN } from './names.ts'
import { ROAD_CLASS_WORDS } from './words.ts'

/** Roads, paths, railways and ferries as lines; a line of several parts becomes one road a part. */
export const ROADS: NounSpec = {
  noun: 'roads',
  columns: [
    NAME,
    NAME_EN,
    { field: 'class', headers: ['等级', '类别', 'highway', 'fclass'], read: 'word', words: ROAD_CLASS_WORDS, required: true },
    { field: 'ref', headers: ['路线编号', '路线代码'], read: 'text' },
    { field: 'oneway', headers: ['单行', '单行线'], read: 'boolean', initial: false },
    { field: 'bridge', headers: ['桥梁', '桥'], read: 'boolean', initial: false },
    { field: 'tunnel', headers: ['隧道'], read: 'boolean', initial: false },
    { field: 'layer', headers: ['层'], read: 'integer', initial: 0 },
    { field: 'tags', headers: [], read: 'json', initial: {} },
  ],
  idHeaders: ID_HEADERS,
  geometry: ['LineString', 'MultiLineString'],
}

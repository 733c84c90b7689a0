import type { Column } from './column.ts'

/** Columns that several nouns share. */
export const NAME: Column = { field: 'name', headers: ['名称', '名字', 'name_zh', 'name:zh'], read: 'text' }
export const NAME_EN: Column = { field: 'name_en', headers: ['英文名', '英文名称', 'english', 'name:en'], read: 'text' }
export const AREA_CODE: Column = { field: 'area_code', headers: ['区划代码', '所属区划', '行政区划代码'], read: 'text' }
export const ID_HEADERS = ['id', 'source_id', '编号', '序号', 'gid', 'fid', 'objectid', 'osm_id'] as const

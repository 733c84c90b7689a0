import type { NounSpec } from './noun-spec.ts'
import { AREA_CODE, ID_HEADERS } from './names.ts'

/** Addresses as points; `text` is the whole address in its usual written order. */
export const ADDRESSES: NounSpec = {
  noun: 'addresses',
  columns: [
    { field: 'text', headers: ['地址', '详细地址', '标准地址', 'address', 'addr'], read: 'text', required: true },
    { field: 'text_en', headers: ['英文地址', 'address_en'], read: 'text' },
    { field: 'street', headers: ['街道名', '路名', '道路', 'addr:street'], read: 'text' },
    { field: 'number', headers: ['门牌号', '门牌', 'house_number', 'addr:housenumber'], read: 'text' },
    AREA_CODE,
    { field: 'building', headers: ['楼栋编号', '建筑编号', 'building_id'], read: 'text' },
  ],
  idHeaders: ID_HEADERS,
  geometry: ['Point'],
}

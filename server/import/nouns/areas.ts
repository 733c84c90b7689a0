import type { FieldValue } from '../record.ts'
import type { NounSpec } from './noun-spec.ts'
import { NAME, NAME_EN } from './names.ts'
import { AREA_LEVEL_WORDS } from './words.ts'

/** Administrative areas and what lies below the village. The code is the id; a missing level follows from the code. */
export const AREAS: NounSpec = {
  noun: 'areas',
  columns: [
    { field: 'code', headers: ['代码', '区划代码', '行政区划代码', '统计用区划代码', 'adcode'], read: 'text', required: true },
    { ...NAME, required: true },
    NAME_EN,
    { field: 'level', headers: ['级别', '层级'], read: 'word', words: AREA_LEVEL_WORDS },
    { field: 'parent_code', headers: ['上级代码', '父级代码', 'parent'], read: 'text' },
  ],
  idHeaders: ['code', '代码', '区划代码', '行政区划代码', '统计用区划代码', 'adcode'],
  geometry: ['Polygon', 'MultiPolygon'],
  complete: completeArea,
}

function completeArea(fields: Record<string, FieldValue>): { field: string; text: string } | null {
  const code = padCode(String(fields.code))
  if (code === null) return { field: 'code', text: String(fields.code) }
  fields.code = code
  if (fields.parent_code !== null) {
    const parent = padCode(String(fields.parent_code))
    if (parent === null) return { field: 'parent_code', text: String(fields.parent_code) }
    fields.parent_code = parent
  }
  fields.level ??= levelOfCode(code)
  return null
}

/** 2, 4, 6 and 9 digits are the short forms of 12; 15 stands below the village. */
function padCode(code: string): string | null {
  if (!/^\d+$/.test(code) || ![2, 4, 6, 9, 12, 15].includes(code.length)) return null
  return code.length === 15 ? code : code.padEnd(12, '0')
}

/**
 * The level by the statistical code's groups (2+2+2+3+3 digits); 15 digits count as a compound unless the file says.
 */
function levelOfCode(code: string): string {
  if (code.length === 15) return 'compound'
  if (!code.endsWith('000')) return 'village'
  if (code.slice(6, 9) !== '000') return 'township'
  if (code.slice(4, 6) !== '00') return 'county'
  return code.slice(2, 4) === '00' ? 'province' : 'prefecture'
}

import { RuleCard } from '#shared/schema/checkpoint.ts'
import { Staffing } from '#shared/schema/staffing.ts'
import type { FieldValue } from '../record.ts'
import type { NounSpec } from './noun-spec.ts'
import { AREA_CODE, ID_HEADERS, NAME, NAME_EN } from './names.ts'
import { CHECKPOINT_KIND_WORDS, CHECKPOINT_STATE_WORDS, TIER_WORDS } from './words.ts'

/** Checkpoints as points on a road; a closure says how people get out past it. What a file does not name stays as it is. */
export const CHECKPOINTS: NounSpec = {
  noun: 'checkpoints',
  columns: [
    { ...NAME, required: true },
    NAME_EN,
    { field: 'tier', headers: ['级别', '层级'], read: 'word', words: TIER_WORDS, required: true },
    { field: 'state', headers: ['状态'], read: 'word', words: CHECKPOINT_STATE_WORDS },
    { field: 'green_lane', headers: ['绿色通道'], read: 'boolean' },
    { field: 'rule_card', headers: ['查验要求'], read: 'json', schema: RuleCard },
    { field: 'staffing', headers: ['岗位班次'], read: 'json', schema: Staffing },
    AREA_CODE,
    { field: 'kind', headers: ['类型', '种类'], read: 'word', words: CHECKPOINT_KIND_WORDS },
    { field: 'egress', headers: ['疏散', '疏散说明'], read: 'text' },
    { field: 'egress_en', headers: ['疏散英文'], read: 'text' },
    { field: 'road', headers: ['道路编号', 'road_id'], read: 'text' },
  ],
  idHeaders: ID_HEADERS,
  geometry: ['Point'],
  complete: requireEgress,
}

function requireEgress({ kind, egress }: Record<string, FieldValue>): { field: string; text: string } | null {
  return kind === 'closure' && (egress === null || egress === undefined) ? { field: 'egress', text: '（空 empty）' } : null
}

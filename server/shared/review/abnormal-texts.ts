import type { Text } from '#shared/schema/vocabulary.ts'
import type { AbnormalCode } from './thresholds.ts'

/** What is abnormal, with `{before}`, `{after}` and `{what}` filled in by the finding. */
export const ABNORMAL_TEXTS: Record<AbnormalCode, Text> = {
  people_times: { zh: '涉及人数由 {before} 增至 {after}', en: 'People affected go from {before} to {after}' },
  area_times: { zh: '面积由 {before} 平方米增至 {after} 平方米', en: 'The area goes from {before} m² to {after} m²' },
  other_county: { zh: '范围伸入其他县区：{what}', en: 'The ground reaches into another county: {what}' },
  whole_county: { zh: '覆盖整个县区：{what}', en: 'It covers a whole county: {what}' },
  hole_lost: { zh: '原先挖空的部分不见了（{after} 处）', en: 'A hole that was cut out is gone ({after})' },
}

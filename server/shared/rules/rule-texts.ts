import type { Text } from '../schema/vocabulary.ts'
import type { ClauseReason } from './clause-finding.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

export const LIFTED = text('解除', 'Lifted')
export const SEAL_AT_ONCE = text('管控区内出现阳性：请立即研判封控', 'A positive in a controlled zone: decide on sealing it at once')

/** Why a clause stands as it does; `{name}` is filled from the finding's numbers. */
export const REASON_TEXTS: Record<ClauseReason, Text> = {
  days_passed: text('自 {from} 起已满 {days} 天', '{days} days have passed since {from}'),
  days_remain: text('自 {from} 起第 {passed} 天，还差 {left} 天', 'day {passed} since {from}, {left} to go'),
  no_infection_date: text('缺少最后一例的日期', 'the day of the last infection is missing'),
  no_contacts: text('已说明本区没有密接', 'stated that no contact lives here'),
  contact_missing: text('缺少最后一名密接的暴露日期，或没有密接的说明', 'the last contact’s exposure, or a statement that there is none, is missing'),
  round_on: text('{on} 已完成', 'done on {on}'),
  round_due: text('{from} 起可做', 'due from {from}'),
  round_missing: text('{from} 起应做，尚无记录', 'due since {from}, none recorded'),
  round_partial: text('{on} 应检 {expected} 人，只采样 {sampled} 人，不算全员', 'on {on} only {sampled} of {expected} were sampled: not a full round'),
  round_results_open: text('{on} 还有 {open} 份结果未出', 'on {on} {open} results are still open'),
  rounds_done: text('{needed} 轮已全部完成', 'all {needed} rounds done'),
  rounds_due: text('已完成 {done}/{needed} 轮，下一轮 {next}', '{done} of {needed} done, the next on {next}'),
  rounds_missing: text('已完成 {done}/{needed} 轮，{next} 应做的一轮尚无记录', '{done} of {needed} done, the one due on {next} is not recorded'),
  clearance_on: text('{on} 合格', 'given on {on}'),
  clearance_missing: text('尚无记录', 'not recorded'),
  clearance_outdated: text('{on} 的评估早于最后一例', 'that of {on} is older than the last infection'),
  none_left: text('已全部解除', 'none is left'),
  zones_left: text('还有 {count} 个生效', '{count} still in force'),
  area_missing: text('本区所属地区没有载入，无法核对', 'the area of this zone is not loaded, so it cannot be told'),
  not_kept: text('前 {first} 天未出现阳性', 'no positive in the first {first} days'),
  kept_until: text('{on} 出现阳性，保持至 {until}；{round} 起做全员检测', 'a positive on {on} keeps it to {until}; a full round from {round}'),
  kept_round_missing: text('{on} 出现阳性，{from} 起的全员阴性检测尚无记录', 'positive on {on}: the full negative round from {from} is not recorded'),
  kept_over: text('{on} 出现阳性，已满期；{round} 检测阴性', 'the time since the positive on {on} is over; negative round on {round}'),
}

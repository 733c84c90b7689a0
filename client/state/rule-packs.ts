import type { Text } from '#shared/schema/vocabulary.ts'

/** A rule pack as the form offers it; the days are the first review's default. */
export type RulePackChoice = { id: string; title: Text; reviewDays: number }

export const RULE_PACKS: readonly RulePackChoice[] = [
  { id: 'three-zones-2021', title: { zh: '三区划定 2021', en: 'Three zones 2021' }, reviewDays: 14 },
  { id: 'shanghai-2022-04', title: { zh: '上海 2022 年 4 月', en: 'Shanghai, April 2022' }, reviewDays: 14 },
  { id: 'shanghai-2022-05', title: { zh: '上海 2022 年 5 月', en: 'Shanghai, May 2022' }, reviewDays: 7 },
  { id: 'beijing-2022-05', title: { zh: '北京 2022 年 5 月', en: 'Beijing, May 2022' }, reviewDays: 14 },
  { id: 'ninth-2022-06', title: { zh: '第九版 2022 年 6 月', en: 'Ninth edition, June 2022' }, reviewDays: 7 },
  { id: 'twenty-2022-11', title: { zh: '二十条 2022 年 11 月', en: 'Twenty measures, November 2022' }, reviewDays: 5 },
  { id: 'ten-2022-12', title: { zh: '新十条 2022 年 12 月', en: 'Ten measures, December 2022' }, reviewDays: 5 },
]

export const packTitle = (id: string): Text => RULE_PACKS.find((pack) => pack.id === id)?.title ?? { zh: id, en: id }

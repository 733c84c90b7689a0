import type { Text, ZoneKind } from '#shared/schema/vocabulary.ts'

/** What a new zone of a kind begins with; the planner edits it. */
export const DEFAULT_MEASURES: Record<ZoneKind, readonly Text[]> = {
  sealed: [
    { zh: '足不出户，服务上门', en: 'Nobody leaves home; services come to the door' },
    { zh: '急危重症随时就医，不得拒绝', en: 'Urgent care is never refused' },
  ],
  controlled: [
    { zh: '人不出区，严禁聚集', en: 'Nobody leaves the zone; no gatherings' },
    { zh: '每户每两天可一人外出采购一次', en: 'One person of a household may go shopping every second day' },
  ],
  precaution: [
    { zh: '个人防护，少出不聚', en: 'Personal protection; go out less; no crowds' },
  ],
}

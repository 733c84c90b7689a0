import type { Text, ZoneKind } from '../schema/vocabulary.ts'

const text = (zh: string, en: string): Text => ({ zh, en })
const SUPPLIES = text('运送生活物资和医药用品的人员和车辆，在交接点交接', 'People and vehicles that bring food, goods and medicines, as far as the delivery point')
const STAFF = text('值守、检测、消毒等在岗工作人员，凭工作证件', 'Staff on duty (gates, tests, disinfection), with their work pass')

/** Who may pass at the edge of a zone of each kind: what the kind means, said for a gate. Without a zone: `none`. */
export const PASSING: Readonly<Record<ZoneKind | 'none', readonly Text[]>> = {
  sealed: [text('封控区内居民足不出户，服务上门，不经此通行', 'People who live in the sealed zone stay at home; services come to their door'), SUPPLIES, STAFF],
  controlled: [text('管控区内居民人不出区', 'People who live in the controlled zone stay inside it'), SUPPLIES, STAFF],
  precaution: [text('居民和车辆可以通行，请做好个人防护，不扎堆聚集', 'People and vehicles may pass; protect yourself and keep away from crowds')],
  none: [text('符合下列查验要求的人员和车辆', 'People and vehicles that meet what is asked below')],
}

/** Care comes first at every gate. */
export const ALWAYS_PASSES: Text = text(
  '救护、消防、抢险等紧急车辆，以及急危重症患者、临产孕妇，随到随过，任何人不得拦阻',
  'Ambulances, fire engines and other emergency vehicles, and anybody who needs urgent care or is about to give birth, pass at once: nobody may stop them',
)

export const GREEN_LANE: Text = text('绿色通道：运送生活、医药、生产物资的车辆优先通行，不得限制', 'Green lane: vehicles carrying supplies go first and are not held up')
export const NO_GREEN_LANE: Text = text('本卡口不是绿色通道，物资车辆请走：', 'No green lane here; vehicles carrying supplies go to:')

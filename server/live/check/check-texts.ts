import type { AddressDoubt } from '#shared/address/address.ts'
import type { Text } from '#shared/schema/vocabulary.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

/** Why an answer is what it is, in words; `{placeholders}` are filled by the caller. */
export const CHECK_TEXTS = {
  no_public_zone: text('该位置不在任何已公布的封控区、管控区或防范区内', 'No published zone covers this place'),
  no_zone: text('该位置不在任何生效的区域内（含内部区域）', 'No zone in force, public or internal, covers this place'),
  outside_district: text(
    '该位置在已载入的辖区之外，无法判断',
    'This place lies outside the areas that are loaded: it cannot be told',
  ),
  not_a_place: text(
    '无法识别为位置：请给出 lng（-180 至 180）和 lat（-90 至 90），或只给出 address',
    'Not a place: give lng (-180 to 180) and lat (-90 to 90), or an address alone',
  ),
  bad_line: text(
    '无法读取这一行：请每行给出一个 JSON 对象，或与表头列数相同的 CSV 记录',
    'This line cannot be read: give one JSON object, or a CSV record with as many columns as the header',
  ),
  index_building: text(
    '地址库正在载入，请稍后再查询这一行；按坐标查询不受影响',
    'The address register is being loaded: ask again for this line later; checks by coordinates work already',
  ),
  address_not_found: text(
    '地址库中没有找到这个地址，无法判断是否在区域内：{doubt}',
    'The address was not found, so it cannot be told whether it is in a zone: {doubt}',
  ),
  address_ambiguous: text(
    '有多个可能的地址，请从候选中选择：{doubt}',
    'More than one address may be meant, choose a candidate: {doubt}',
  ),
  parts_ignored: text('地址库只到楼栋，未区分：{parts}', 'The register does not tell these apart: {parts}'),
  lift_unknown: text(
    '发布时未给出最早解除日期；按规则“{pack}”判定，由{authority}决定',
    'No earliest date was given at publication; it follows from the rules {pack} and is decided by {authority}',
  ),
} satisfies Record<string, Text>

export const DOUBT_TEXTS: Record<AddressDoubt, Text> = {
  empty: text('没有可查找的内容', 'nothing in it can be looked up'),
  'unknown-name': text('没有这个街道、村或小区名称', 'no street, village or compound has that name'),
  'unknown-number': text('名称存在，但没有这个门牌号', 'the name is known, the number is not'),
  'number-missing': text('缺少门牌号', 'the number is missing'),
  misspelt: text('只有写法不同的名称相符', 'only a name that is written otherwise fits'),
  several: text('不止一个地址相符', 'more than one address fits'),
  elsewhere: text('别处也有同名地点', 'the name exists elsewhere too'),
  'area-differs': text('地址相符，但所写的地区不同', 'the address fits, the area named does not'),
  'partly-understood': text('只认出了地址的一部分', 'only a part of it was understood'),
}

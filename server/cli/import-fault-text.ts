import type { ImportFault, ImportFaultCode } from '../import/fault.ts'
import { faultText } from '#shared/geometry/fault-text.ts'
import type { CliLang } from './terminal.ts'

type Words = Record<CliLang, string>

/** What is wrong and what to do about it; `{}` stands for the fault's own text. */
const REASONS: Readonly<Record<ImportFaultCode, Words>> = {
  not_readable: {
    zh: '读不懂这一条：{}。请检查该行或该要素的写法。',
    en: 'cannot be read: {}. Check how this line or feature is written.',
  },
  no_geometry: {
    zh: '没有可用的几何（需要 {}）。请补上坐标，或经纬度列、WKT 列。',
    en: 'has no usable geometry (wanted: {}). Add coordinates, or lng/lat columns, or a WKT column.',
  },
  wrong_geometry: { zh: '几何类型 {} 不适合这类数据。', en: 'geometry of type {} does not fit this kind of data.' },
  bad_geometry: {
    zh: '面的形状有错：{}。请在原软件中修好再导入。',
    en: 'the area is not valid: {}. Mend it where it was drawn.',
  },
  bad_coordinate: {
    zh: '坐标 {} 超出范围。经度在前、纬度在后；请核对 --crs。',
    en: 'coordinate {} is out of range. Longitude comes first, then latitude; check --crs.',
  },
  too_few_points: { zh: '线至少要两个不同的点。', en: 'a line needs at least two different points.' },
  missing_value: { zh: '缺少必填列 {}。', en: 'the required column {} is empty or missing.' },
  unknown_value: {
    zh: '取值不认识：{}。可用的值见 sanqu help import。',
    en: 'unknown value: {}. The words that can be used are in sanqu help import.',
  },
  bad_number: { zh: '不是可用的数字：{}。', en: 'not a usable number: {}.' },
  duplicate_id: {
    zh: '编号与第 {} 个要素重复。请给每个要素不同的编号。',
    en: 'has the same id as feature {}. Give every feature an id of its own.',
  },
  only_gates_are_staffed: {
    zh: '岗位班次只属于卡口，这里是硬隔离或天然屏障',
    en: 'only gates have posts; this is a closure or a natural barrier',
  },
  code_taken: {
    zh: '这个代码已属于另一个数据集或要素。',
    en: 'its code already belongs to another dataset or feature.',
  },
  parent_unknown: {
    zh: '上级代码 {} 不存在；该区域已导入，但没有采用这个上级。',
    en: 'its parent {} does not exist; the area is in, without that parent.',
  },
  incomplete: {
    zh: '{}：文件里缺它的一部分（多半在裁切边缘），没有猜补。',
    en: '{}: the file lacks part of it (likely at the edge of the extract); nothing was guessed.',
  },
  ring_open: { zh: '{}：边界没有闭合。', en: '{}: its boundary does not close.' },
  no_building: {
    zh: '这里没有已导入的建筑，也没有这个楼栋编号。请先导入建筑。',
    en: 'no building is known here, nor by this id. Import the buildings first.',
  },
  outside_jurisdiction: {
    zh: '超出 --within 所给的管辖范围 5 米以上。请删去它，或由有权的岗位导入。',
    en: 'leaves the area given by --within by more than 5 m. Leave it out, or have it imported by a post that may.',
  },
  personal_data: {
    zh: '文字中有证件号码、电话号码或车牌：{}。请删去后再导入。',
    en: 'its words hold an identity number, telephone number or plate: {}. Remove it.',
  },
  database_refuses: { zh: '数据库不接受：{}', en: 'the database refuses it: {}' },
}

/** One line: which feature, where, what is wrong, what to do. */
export function importFaultLine(fault: ImportFault, lang: CliLang): string {
  const place = fault.place === undefined ? '' : ` @ ${fault.place[0].toFixed(6)},${fault.place[1].toFixed(6)}`
  const id = fault.sourceId === undefined || fault.sourceId === '' ? '' : ` [${fault.sourceId}]`
  const which = fault.number > 0 ? (lang === 'zh' ? `第 ${fault.number} 个` : `feature ${fault.number}`) : ''
  return `${which}${id}${place}  ${fault.reason}  ${reason(fault, lang)}`.trim()
}

function reason(fault: ImportFault, lang: CliLang): string {
  if (fault.geometry === undefined) return REASONS[fault.reason][lang].replace('{}', () => fault.text || '–')
  const { title, place, fix } = faultText(fault.geometry, lang)
  return [title, place, fix].filter((part) => part !== '').join(' ')
}

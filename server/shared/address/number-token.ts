import type { NumberRole } from './parsed-address.ts'

export type FlatKind = 'u' | 'f' | 'r'

/** A number read at a position; `unit` null means that none follows it. */
export type NumberToken = { values: string[]; unit: NumberRole | FlatKind | 'sharp' | 'storey' | null; end: number }

// 2号线, 3号门, 1号路 are names. 之 and - join a sub-number, 附 an annex, 甲12号 is written 12号甲 too.
const token = new RegExp(
  '(?:no\\.? ?)?(?:第(?=\\d+(?:号|栋|幢|座|单元|组|队|排)))?([甲乙丙丁戊]?)([a-z]{0,2})(\\d+)([a-z](?![a-z]))?' +
  '((?: ?[-/之] ?\\d+[a-z]?(?![a-z]))*)((?:号?附\\d+)?)' +
  '(?: ?(号楼|号院|号大院|号栋|号幢|号座|号(?!线|桥|路|街|公路|大街|大道|门|井|仓|库|码头|渠)|栋|幢|座|#楼|#|单元|门(?!口|头|诊)|' +
  '室|号室|房(?!管|产)|户(?!外)|层|楼(?!梯|村|镇|乡|街|子)|村民小组|小组|组(?!团)|生产队|队(?!镇|乡|村|路)|弄|排(?!水|污)))?' +
  '(?:[-之](\\d+[a-z]?)(?![\\d栋幢座#单室层楼号-]))?(?:(?<=号)([a-z])(?![a-z\\d座栋幢区]))?([甲乙丙丁戊](?!.?[座栋幢楼]))?',
  'y',
)
const lettered = /([a-z]|[甲乙丙丁戊己])(?: ?)(座|栋|幢|号楼|楼|单元)/y

const units: Record<string, NumberToken['unit']> = {
  号: 'house', 号院: 'house', 号大院: 'house', 号楼: 'building', 号栋: 'building', 号幢: 'building', 号座: 'building',
  栋: 'building', 幢: 'building', 座: 'building', '#楼': 'building', '#': 'sharp', 单元: 'u', 门: 'u', 室: 'r', 号室: 'r',
  房: 'r', 户: 'r', 层: 'f', 楼: 'storey', 村民小组: 'group', 小组: 'group', 组: 'group', 生产队: 'group', 队: 'group',
  弄: 'lane', 排: 'row',
}

function plainDigits(text: string): string {
  return text.replace(/^0+(?=\d)/, '')
}

/** Reads the number at `at` of a normalised text, with its unit; null if there is none or it belongs to a name. */
export function readNumber(text: string, at: number): NumberToken | null {
  lettered.lastIndex = at
  const letter = lettered.exec(text)
  if (letter) return { values: [letter[1] ?? ''], unit: letter[2] === '单元' ? 'u' : 'building', end: lettered.lastIndex }
  token.lastIndex = at
  const found = token.exec(text)
  if (!found) return null
  const [, sign = '', prefix = '', digits = '', suffix = '', chain = '', annex = ''] = found
  const [unit, sub, behind = '', tail = ''] = found.slice(7)
  const end = token.lastIndex
  const next = text[end]
  if (unit === undefined && next !== undefined && !/[ ,()\da-z#/-]/.test(next)) return null
  const first = prefix + plainDigits(digits) + suffix
  const rest = chain === '' ? [] : chain.split(/[-/之]/).slice(1).map((part) => plainDigits(part.trim()))
  if (sub !== undefined) rest.push(plainDigits(sub))
  const values = [first, ...rest]
  const last = values.length - 1
  values[last] = (values[last] ?? '') + annex.replace(/号?附0*/, '附') + behind + sign + tail
  return { values, unit: unit === undefined ? null : units[unit] ?? null, end }
}

import { isIdentityNumber } from './identity-number.ts'
import { plainText } from './plain-text.ts'

export type PersonalDataKind = 'identity_number' | 'phone_number' | 'plate'

/** Where personal data stands in a text: from `start` to before `end`, in UTF-16 units. */
export type PersonalData = { kind: PersonalDataKind; start: number; end: number }

// what people put between the digits of a number
const GAP = String.raw`[\s\-–—‐‑·.．・/]{0,3}`
const digits = (count: string) => String.raw`\d(?:${GAP}\d)${count}`
const ALONE = (inner: string) => new RegExp(String.raw`(?<![\dA-Z])(?:${inner})(?![\dA-Z])`, 'g')

const IDENTITY = ALONE(`${digits('{16}')}${GAP}[\\dX]|${digits('{14}')}`)
// +86 or 0086, then 1[3-9] and nine more digits
const MOBILE = new RegExp(String.raw`(?<!\d)(?:(?:\+|00)?86${GAP})?1${GAP}[3-9](?:${GAP}\d){9}(?!\d)`, 'g')
// an area code of three or four digits with its zero, in brackets or not, then seven or eight digits
const LANDLINE = new RegExp(
  String.raw`(?<!\d)(?:(?:\+|00)86${GAP}\(?(?:10|2\d|[3-9]\d{2})|\(?0(?:10|2\d|[3-9]\d{2}))\)?${GAP}[2-9]\d{2,3}${GAP}\d{4}(?!\d)`,
  'g',
)
// a province's character, a letter, five or six letters and digits of which one at least is a digit
const PLATE = new RegExp(
  String.raw`[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Z]${GAP}(?=[A-Z]*\d)(?:[A-HJ-NP-Z\d]{5,6}|[A-HJ-NP-Z\d]{4}[学警港澳领挂试超])(?![A-Z\d])`,
  'g',
)

const SEARCHES: readonly [PersonalDataKind, RegExp][] = [
  ['identity_number', IDENTITY],
  ['phone_number', MOBILE],
  ['phone_number', LANDLINE],
  ['plate', PLATE],
]

/**
 * Identity numbers (18 digits with a right check digit, 15 with a date), telephone numbers and number plates of the
 * Chinese mainland in a text, in the order in which they stand. Full-width and Chinese digits and separators do not
 * hide them; document numbers, division codes, dates and sums of money are none.
 */
export function findPersonalData(original: string): PersonalData[] {
  const { text, from } = plainText(original)
  const found: PersonalData[] = []
  for (const [kind, pattern] of SEARCHES) {
    for (const match of text.matchAll(pattern)) {
      if (kind === 'identity_number' && !isIdentityNumber(match[0].replace(/[^\dX]/g, ''))) continue
      const end = match.index + match[0].length
      if (found.some((other) => from[match.index]! < other.end && other.start < from[end]!)) continue
      found.push({ kind, start: from[match.index]!, end: from[end]! })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

import { toDigits } from './to-digits.ts'
import { toSimplified } from './to-simplified.ts'

const plain = /^[\u4e00-\u9fff0-9]*$/
const han = /[\u3400-\u9fff]/

/** True if the text holds Chinese characters. */
export function hasHan(text: string): boolean {
  return han.test(text)
}

/** Full-width and compatibility forms, case, diacritics, dashes, brackets and separators, each to one plain form. */
function levelCharacters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212\u2500\uff5e~〜]/g, '-')
    .replace(/[【〔[{「『<〈《]/g, '(')
    .replace(/[】〕\]}」』>〉》]/g, ')')
    .replace(/[、;。:!?"“”|\r\n]+/g, ',')
    .replace(/['’`´·・•_]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The one spelling in which addresses and names are compared: simplified characters, digits for numerals, half-width
 * lower case without diacritics, ',' as the only separator beside single spaces.
 */
export function normalise(text: string): string {
  if (plain.test(text)) return toDigits(toSimplified(text))
  const level = levelCharacters(text)
  return han.test(level) ? toDigits(toSimplified(level)) : level
}

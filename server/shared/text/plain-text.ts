/** A text as it is searched, and for each of its UTF-16 units the place in the original that it came from. */
export type PlainText = { text: string; from: readonly number[] }

const HAN_DIGITS = '〇一二三四五六七八九'
const SKIPPED = /[\u200B-\u200D\u2060\uFEFF]/

/**
 * Full-width letters and digits as plain ones (NFKC), Chinese digits as digits, letters in upper case, invisible
 * characters left out: what one writes to get past a search is undone, and where it stood is known.
 */
export function plainText(original: string): PlainText {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const character of original) {
    const plain = SKIPPED.test(character) ? '' : unfold(character)
    text += plain
    for (let i = 0; i < plain.length; i++) from.push(at)
    at += character.length
  }
  from.push(at)
  return { text, from }
}

function unfold(character: string): string {
  const digit = character === '零' ? 0 : HAN_DIGITS.indexOf(character)
  return digit >= 0 ? String(digit) : character.normalize('NFKC').toUpperCase()
}

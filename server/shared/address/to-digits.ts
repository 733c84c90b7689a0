const values: Record<string, number> = {
  〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壹: 1, 贰: 2, 叁: 3, 肆: 4,
  伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}
const places: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100 }
// 陆, 伍 and the like are surnames and common in names (陆家村), so a run may not begin with the formal numerals alone.
const run = /[〇零○一二三四五六七八九十百两]+/g
const formal = /[壹贰叁肆伍陆柒捌玖拾佰]+(?=号|栋|幢|座|单元|室|层|楼|组|队|弄|排)/g

/** 一百零八 → 108; null if the run is not built that way (一二三, 百花). */
function placeValue(numeral: string): number | null {
  let total = 0
  let digit = -1
  let lastPlace = 1000
  for (const c of numeral) {
    const place = places[c]
    if (place === undefined) {
      const value = values[c]
      if (value === undefined || digit > 0) return null
      digit = value
    } else {
      // 十二 may begin with its place, 百 may not: 百花 is a name.
      if (place >= lastPlace || (digit <= 0 && place !== 10) || digit === 0) return null
      total += (digit < 0 ? 1 : digit) * place
      lastPlace = place
      digit = -1
    }
  }
  return digit > 0 ? total + digit : digit === 0 && total > 0 ? null : total
}

function digits(numeral: string): string {
  if (numeral === '两' || numeral === '零' || numeral === '○') return numeral
  if (/[十百拾佰]/.test(numeral)) {
    const value = placeValue(numeral)
    return value === null || value === 0 ? numeral : String(value)
  }
  return [...numeral].map((c) => String(values[c])).join('')
}

/**
 * Writes Chinese numerals as digits, by place (十二 → 12, 一百零八 → 108) or one by one (一二〇 → 120), names included
 * (二环路 → 2环路): both spellings are in use, so both must come out the same.
 */
export function toDigits(text: string): string {
  return text.replace(run, digits).replace(formal, digits)
}

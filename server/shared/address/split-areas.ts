// One pattern a level, tried outermost first at the front of a name. What follows a 市, 县, 区 or 镇 shows whether it
// ends a division or belongs to a name: 农贸市场, 县城路, 幸福小区, 镇政府, 景德镇路.
const notAfter = '(?![路街巷弄里]|大街|大道|大厦|政府|中心|委)'
const patterns = [
  `(?:中国|中华人民共和国)?([^路街巷,() ]{2,8}?(?:省|自治区|特别行政区)|(?:北京|天津|上海|重庆)市?(?=.{1,6}[区县]))`,
  `([^路街巷镇乡村,() ]{2,10}?(?:自治州|地区(?!医)|盟|市(?!场|民|政|府|委|医)))`,
  '((?:[^路街巷镇乡村,() ]|乡(?=县)){1,10}?' +
  `(?:自治县|自治旗|林区|(?<![小社园校厂库院景矿营军片辖])区|县(?!城(?![关郊厢东西南北中])|医|前|门)|旗(?!杆|舰)|(?<=..)市(?!场|民|政|府|委|医)))`,
  `([^路巷村,() ]{1,9}?(?:街道办事处|街道办|街道|(?<![集])镇|(?<![城家水山])乡(?!县)|苏木|办事处))`,
  `([^路街巷,() ]{1,9}?(?:社区居民委员会|社区居委会|社区|村民委员会|村委会|居委会|行政村|嘎查|(?<![新小度农])村(?![口头里])))`,
].map((source) => new RegExp(`^${source}${notAfter}[ ,]?`))

export type SplitAreas = { areas: string[]; rest: string }

/** True for a full division name that is known, such as 云渡县. */
export type KnownArea = (name: string) => boolean

/** The longest known full division name at the front, as long as a name is left after it. */
function knownAt(text: string, isKnown: KnownArea): string | null {
  for (let length = Math.min(text.length - 1, 14); length >= 2; length--) {
    const name = text.slice(0, length)
    if (isKnown(name) && !/^(?:[路街巷弄里]|大街|大道|大厦)/.test(text.slice(length))) return name
  }
  return null
}

/**
 * Cuts the divisions off the front of a normalised Chinese name without its numbers: 云渡县城关街道人民路 → 云渡县, 城关街道 | 人民路. What
 * would leave nothing of the name stays: 李家村 alone is a name.
 */
export function splitAreas(text: string, isKnown: KnownArea): SplitAreas {
  const areas: string[] = []
  let rest = text
  for (let level = 0; level < patterns.length;) {
    const known = knownAt(rest, isKnown)
    const found = known ?? patterns[level]?.exec(rest)?.[1]
    if (found === undefined || found === null) {
      level++
      continue
    }
    const after = rest.slice(rest.indexOf(found) + found.length).replace(/^[ ,]+/, '')
    if (!/[\u3400-\u9fff]/.test(after)) break
    areas.push(found)
    rest = after
    if (known === null) level++
  }
  return { areas, rest }
}

/** How far down a division is: 1 province, 2 prefecture, 3 county, 4 township, 5 village or community; 0 not known. */
export type AreaLevel = 0 | 1 | 2 | 3 | 4 | 5

const suffixes: [RegExp, AreaLevel][] = [
  [/(?:特别行政区|自治区|省)$/, 1],
  [/(?:自治州|地区|盟)$/, 2],
  [/(?:自治县|自治旗|林区|县|旗)$/, 3],
  [/(?:街道办事处|街道办|街道|民族苏木|苏木|民族乡|乡|镇|办事处)$/, 4],
  [/(?:社区居民委员会|社区居委会|社区居委|社区|居民委员会|居委会|村民委员会|村委会|行政村|嘎查|村)$/, 5],
  [/(?:区)$/, 3],
  [/(?:市|州)$/, 2],
]
const peoples = /(?:[壮藏回]族?|(?:维吾尔|哈萨克|柯尔克孜|蒙古|满|苗|彝|侗|瑶|白|土家|哈尼|傣|黎|傈僳|畲|羌|朝鲜|布依)族)+$/

/** The level that the name's last characters tell; a 市 may be a prefecture or a county. */
export function areaLevel(name: string): AreaLevel {
  for (const [suffix, level] of suffixes) if (suffix.test(name)) return level
  return 0
}

/** The name without its kind: 云渡县 → 云渡, 城关街道办事处 → 城关, 恩施土家族苗族自治州 → 恩施; whole if one letter were left. */
export function areaStem(name: string): string {
  for (const [suffix] of suffixes) {
    if (!suffix.test(name)) continue
    const bare = name.replace(suffix, '').replace(/(?:居民|村民)$/, '')
    const stem = bare.replace(peoples, '')
    return stem.length >= 2 ? stem : bare.length >= 2 ? bare : name
  }
  return name
}

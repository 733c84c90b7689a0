import { pinyin } from 'pinyin-pro'
import { areaStem } from '#shared/address/area-name.ts'
import { traditionalPairs } from '#shared/address/traditional.ts'
import type { MadeAddress } from './make-addresses.ts'

/** An address written otherwise, by which rules, and the parts that still tell it. */
export type Corruption = { query: string; rules: string[]; left: MadeAddress }

const traditional = new Map<string, string>()
for (let i = 0; i < traditionalPairs.length; i += 2) {
  traditional.set(traditionalPairs[i + 1] ?? '', traditionalPairs[i] ?? '')
}
const common = [
  ...'人民解放建设和平中山新华文化胜利团结友谊光明长安朝阳东风红旗向青年工农昌庙书院学府育才英科技创业兴隆振复永宁太康乐庆北京上海南西渭河黄江滨沿临湖公园体广',
  ...'场车站迎宾凤凰龙泉门金银玉兰桂花梅竹林松柏梧桐杏柳槐杨桃梨钟鼓楼城关帝观音状元贡衙前县市米布盐店油坊水井石木桥世纪时代未来明德厚致远博崇尚仁义礼智诚信富',
  ...'强主和谐自由平等正法治爱国敬业幸福锦绣翠春晓望御景紫荆香馨居惠泰盛枫韵源澜云碧蓝湾清月瑞鼎绿洲丽天祥吉嘉禾丰泽润怡静同心李王张刘陈赵周吴徐孙马朱胡郭何高罗',
]
const homophones = new Map<string, string[]>()
for (const letter of common) {
  const sound = pinyin(letter, { toneType: 'none' })
  homophones.set(sound, [...(homophones.get(sound) ?? []), letter])
}

type Tools = { random: () => number; pick: <T>(list: readonly T[]) => T }

const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Z#-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

/** 1–999 as a Chinese numeral. */
export function numeral(value: number): string {
  const digits = '零一二三四五六七八九'
  const [h, t, u] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const tens = t === 0 ? (h > 0 && u > 0 ? '零' : '') : `${t === 1 && h === 0 ? '' : digits[t]}十`
  return `${h > 0 ? `${digits[h]}百` : ''}${tens}${u > 0 ? digits[u] : ''}`
}

/** One wrong letter in the name's stem: a homophone, any other, one left out, or two swapped. */
function typo(name: string, { random, pick }: Tools): string {
  const stem = Math.max(1, name.length - 1)
  const at = Math.floor(random() * stem)
  const kind = random()
  const letter = name[at] ?? ''
  if (kind < 0.45) {
    const others = (homophones.get(pinyin(letter, { toneType: 'none' })) ?? []).filter((other) => other !== letter)
    if (others.length > 0) return name.slice(0, at) + pick(others) + name.slice(at + 1)
  }
  if (kind < 0.8 || name.length < 4) return name.slice(0, at) + pick(common) + name.slice(at + 1)
  if (kind < 0.9) return name.slice(0, at) + name.slice(at + 1)
  if (at + 1 < stem) return name.slice(0, at) + name[at + 1] + letter + name.slice(at + 2)
  return name.slice(0, at) + pick(common) + name.slice(at + 1)
}

function latin(made: MadeAddress, { random, pick }: Tools): Corruption {
  const rules = ['latin']
  let street = made.street
  let town = `, 3500 ${made.areas[0]}`
  if (random() < 0.4) street = street.replace('straße', pick(['strasse', 'str.', 'Strasse']))
  if (random() < 0.4) street = street.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  if (random() < 0.3) street = pick([street.toUpperCase(), street.toLowerCase()])
  if (random() < 0.3) town = pick([` ${made.areas[0]}`, `, ${made.areas[0]}`])
  if (random() < 0.15) {
    rules.push('typo')
    const at = 1 + Math.floor(random() * (street.length - 3))
    street = pick([street.slice(0, at) + street.slice(at + 1), street.slice(0, at) + street[at] + street.slice(at)])
  }
  const query = random() < 0.2 ? `${made.house} ${street}${town}` : `${street} ${made.house}${town}`
  return { query, rules, left: made }
}

/** The address in pinyin without tones, run together or by words. */
function inPinyin(made: MadeAddress, { random }: Tools): string {
  const gap = random() < 0.5 ? ' ' : ''
  const say = (text: string): string =>
    pinyin(text, { toneType: 'none', type: 'array', v: true }).join(random() < 0.5 ? ' ' : '')
  const parts = [...made.areas.slice(2).map(areaStem).map(say), say(made.street)]
  if (made.group !== '') parts.push(`${made.group}zu`)
  if (made.house !== '') parts.push(made.house + (random() < 0.5 ? 'hao' : ''))
  if (made.compound !== '') parts.push(say(made.compound), `${made.building}haolou`)
  return parts.filter((part) => part !== '').join(gap)
}

/**
 * Writes an address as a person might. The rules, each with its own chance: division prefixes left out (province; and
 * prefecture; and county) or shortened, the street before a compound left out, one or two typos in a name (only while
 * the township is still named, else nothing could tell which was meant), building words exchanged, Chinese numerals, 之
 * for -, 号 left out, a unit and room added, traditional characters, full-width digits, spaces and commas, the township
 * put in brackets behind; or all in pinyin.
 */
export function corrupt(made: MadeAddress, tools: Tools): Corruption {
  const { random, pick } = tools
  if (made.latin) return latin(made, tools)
  const rules: string[] = []
  const chance = (share: number, rule: string): boolean => random() < share && rules.push(rule) > 0
  const left = { ...made }
  if (chance(0.06, 'pinyin')) {
    left.areas = made.areas.slice(2)
    return { query: inPinyin(made, tools), rules, left }
  }
  if (chance(0.6, 'prefix')) left.areas = left.areas.slice(pick([1, 2, 2, 3, 3, 4]))
  if (left.compound !== '' && left.street !== '' && chance(0.4, 'no street')) left.street = left.house = ''
  if (left.areas.length > 0 && chance(0.25, 'typo')) {
    const field = left.compound !== '' && (left.street === '' || random() < 0.5) ? 'compound' : 'street'
    left[field] = typo(left[field], tools)
    if (left[field].length >= 5 && random() < 0.3) left[field] = typo(left[field], tools)
  }
  const short = chance(0.3, 'short prefix')
  const areas = left.areas.map((area) => (short && random() < 0.6 ? areaStem(area) : area))
  const bracket = areas.length > 1 && chance(0.04, 'brackets') ? areas.splice(areas.length - 1, 1)[0] : undefined
  const say = (digits: string): string =>
    spoken && /^\d+$/.test(digits) && Number(digits) < 1000 ? numeral(Number(digits)) : digits
  const spoken = chance(0.15, 'numerals')
  const house = left.house === '' ? '' : say(chance(0.5, '之') ? left.house.replace('-', '之') : left.house) +
    (left.compound === '' && chance(0.15, 'no 号') ? '' : '号')
  const buildingWord = chance(0.6, 'building word') ? pick(['栋', '幢', '座', '#', '#楼']) : '号楼'
  const building = left.building === '' ? '' : say(left.building) + buildingWord
  const group = left.group === '' ? '' : `${say(left.group)}${pick(['组', '组', '队'])}`
  const rooms = building !== '' || house.endsWith('号')
  const room = chance(0.15, 'room') && rooms ? pick(['2单元501室', '1单元302', '三单元', '501室']) : ''
  const gap = chance(0.15, 'gaps') ? pick([' ', '，', ', ']) : ''
  const note = bracket === undefined ? '' : `（${bracket}）`
  const tail = `${left.street}${group}${house}${left.compound}${building}${room}${note}`
  let query = areas.join(gap) + (areas.length > 0 ? gap : '') + tail
  if (chance(0.1, 'traditional')) query = [...query].map((c) => traditional.get(c) ?? c).join('')
  if (chance(0.15, 'full width')) query = fullWidth(query)
  return { query, rules, left }
}

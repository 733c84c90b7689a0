import type { AddressNumber, ParsedAddress } from './parsed-address.ts'

const words: Record<string, string> = {
  str: 'strasse', pl: 'platz', g: 'gasse', av: 'avenue', ave: 'avenue', bd: 'boulevard', blvd: 'boulevard',
  rd: 'road', ln: 'lane', st: 'street', sq: 'square', hwy: 'highway', dr: 'drive', ch: 'chemin', imp: 'impasse',
}
const houseNumber = /^(?:no|nr|n)?\.?(\d+)([a-z]?)((?:[-/]\d+[a-z]?)*)$/
const below: Record<string, string> = {
  apt: 'r', apartment: 'r', room: 'r', flat: 'r', top: 'r', tur: 'r', unit: 'u', stiege: 'u', floor: 'f', stock: 'f',
}
const above: Record<string, 'building' | 'group'> = {
  building: 'building', block: 'building', bldg: 'building', haus: 'building', group: 'group',
}
const street = /(?:strasse|gasse|weg|platz|road|street|lane|rue|avenue|boulevard|drive)$/
const vague = /\b(?:opposite|near|behind|next to|gegenuber|neben|vor|nahe|pres de|en face)\b/

/** 'str.' and the ending of 'hauptstr.' in full; the rest of the word as it is. */
function fullWord(word: string): string {
  const bare = word.replace(/[.-]/g, '')
  const whole = words[bare]
  if (whole !== undefined) return whole
  return bare.length > 5 && bare.endsWith('str') ? `${bare}asse` : bare
}

// Numbers with pinyin units: 12hao, 3 hao lou, 2 danyuan, 501 shi.
const pinyinUnits: [RegExp, string][] = [
  [/(\d+[a-z]?) ?(?:hao ?lou|dong|zhuang|zuo)\b/g, ' building $1 '],
  [/(\d+) ?dan ?yuan\b/g, ' unit $1 '],
  [/(\d+) ?shi\b/g, ' room $1 '],
  [/(\d+) ?(?:zu|dui)\b/g, ' group $1 '],
  [/(\d+[a-z]?(?:-\d+)*) ?hao\b/g, ' $1 '],
]

function withUnits(text: string): string {
  let out = text
    .replace(/([a-z]{2,})(\d)/g, '$1 $2')
    .replace(/(\d) ?(haolou|hao|danyuan)(?! ?lou)/g, '$1 $2 ')
    .replace(/(\d)([a-z]{2,})/g, '$1 $2')
  for (const [pattern, replacement] of pinyinUnits) out = out.replace(pattern, replacement)
  return out
}

type Segment = { name: string[]; numbers: AddressNumber[]; flat: string[]; after: string[] }

function readSegment(text: string): Segment {
  const segment: Segment = { name: [], numbers: [], flat: [], after: [] }
  let kind: string | undefined
  let role: 'building' | 'group' | undefined
  const tokens = withUnits(text).replace(/\b(no|nr)\.? (?=\d)/g, '').replace(/(\d) ([a-z])$/, '$1$2').split(/ +/)
  for (const token of tokens) {
    if (token === '') continue
    const found = houseNumber.exec(token)
    if (found && kind !== undefined) segment.flat.push(kind + token)
    else if (found) {
      // renmin lu 12 xingfu xiaoqu 3: what stands between two numbers is a name too.
      segment.name.push(...segment.after.splice(0))
      const value = (found[1] ?? '').replace(/^0+(?=\d)/, '') + found[2] + (found[3] ?? '').replaceAll('/', '-')
      segment.numbers.push({ role: role ?? 'bare', value, at: segment.name.join('').length })
    } else if (below[token] === undefined && above[token] === undefined) {
      const behind = segment.numbers.some((number) => number.at > 0)
      ;(behind ? segment.after : segment.name).push(fullWord(token))
    }
    kind = below[token]
    role = above[token]
  }
  return segment
}

/**
 * Reads a normalised address in Latin letters: 'steiner landstrasse 12, 3500 krems', '12 rue grimaldi, 98000 monaco',
 * 'no. 12, renmin road, chengguan subdistrict'. The segment with the street gives the name, the others are areas,
 * inmost first in writing and outermost first in the result.
 */
export function parseLatin(text: string): ParsedAddress {
  const segments = text.replace(/[()]/g, ',').split(',').map((part) => readSegment(part.replaceAll('#', ' ').trim()))
    .filter((segment) => segment.name.length + segment.numbers.length + segment.flat.length > 0)
  const flat = segments.flatMap((segment) => segment.flat)
  // 3500 krems is a town with its code; 'no. 12' alone belongs to the segment after it.
  const isTown = (s: Segment, i: number): boolean => i > 0 && s.numbers.length === 1 && s.numbers[0]?.at === 0 &&
    /^\d{4,6}$/.test(s.numbers[0].value) && s.name.length > 0 && !s.name.some((word) => street.test(word))
  const main: Segment = { name: [], numbers: [], flat: [], after: [] }
  const areas: string[] = []
  let postcode = ''
  segments.forEach((segment, i) => {
    areas.unshift(segment.after.join(' '))
    if (isTown(segment, i)) {
      postcode = segment.numbers[0]?.value ?? ''
      areas.unshift(segment.name.join(' '))
    } else if (main.name.length === 0 || segment.numbers.length > 0) {
      const before = main.name.join('').length
      main.name.push(...segment.name)
      const end = before + segment.name.join('').length
      const move = (at: number): number => (at === 0 ? end : before + at)
      main.numbers.push(...segment.numbers.map((number) => ({ ...number, at: move(number.at) })))
    } else areas.unshift(segment.name.join(' '))
  })
  const name = main.name.join('')
  const numbers = main.numbers.map((number) => ({ ...number, at: number.at === 0 ? name.length : number.at }))
  const breaks = [...new Set(numbers.map((number) => number.at))].filter((at) => at < name.length)
  const named = areas.filter((area) => area !== '')
  return { areas: named, name, breaks, numbers, flat, postcode, latin: true, vague: vague.test(text) }
}

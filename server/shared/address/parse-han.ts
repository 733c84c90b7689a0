import { readNumber } from './number-token.ts'
import type { ParsedAddress } from './parsed-address.ts'
import { placeNumber } from './place-numbers.ts'
import type { NumberPlaces } from './place-numbers.ts'
import { splitAreas } from './split-areas.ts'
import type { KnownArea } from './split-areas.ts'

const vague = /对面|附近|旁边?$|隔壁|[往向以][东西南北]|米处?$|路口|交叉口|交汇/
const hand = /^(?:东|西|南|北|中|左|右)(?:户|室|单元|门)/

const postcodes = [/^(\d{6})[ ,]*(?=[\u3400-\u9fff])(?!号|栋|幢|座|室)/, /(?:邮编|邮政编码|[ ,])[ ,]*(\d{6})$/]

/** Takes the six digits of a postal code off the front or the end. */
function takePostcode(text: string): { rest: string; postcode: string } {
  for (const pattern of postcodes) {
    const found = pattern.exec(text)
    if (found) return { rest: text.replace(pattern, ''), postcode: found[1] ?? '' }
  }
  return { rest: text, postcode: '' }
}

/** Notes in brackets: with a number they belong to the address, else they are kept apart. */
function takeNotes(text: string): { main: string; notes: string[] } {
  if (!text.includes('(')) return { main: text.replaceAll(')', ' '), notes: [] }
  const notes: string[] = []
  const main = text.replace(/\(([^()]*)\)?/g, (_, note: string) => {
    if (/\d/.test(note)) return ` ${note} `
    notes.push(note)
    return ' '
  })
  return { main: main.replaceAll(')', ' '), notes }
}

/** Reads a normalised Chinese address. */
export function parseHan(text: string, isKnown: KnownArea): ParsedAddress {
  const { rest, postcode } = takePostcode(text)
  const { main, notes } = takeNotes(rest)
  const places: NumberPlaces = { numbers: [], flat: [], lastAt: -1 }
  let areas: string[] = []
  let name = ''
  let word = ''
  const breaks: number[] = []
  const endWord = (): void => {
    const split = name === '' ? splitAreas(word.trim(), isKnown) : { areas: [], rest: word }
    areas = areas.concat(split.areas)
    name += split.rest.replace(/[ ,()#/-]+/g, '')
    word = ''
  }
  for (let i = 0; i < main.length;) {
    const code = main.charCodeAt(i)
    // Only Latin letters, digits and the ten stems can begin a number: a cheap test before the pattern.
    const token = code < 0x80 || '甲乙丙丁戊己第'.includes(main[i] ?? '') ? readNumber(main, i) : null
    const before = main[i - 1]
    if (token && !(code < 0x80 && before !== undefined && /[a-z]/.test(before) && /[a-z]/.test(main[i] ?? ''))) {
      endWord()
      placeNumber(places, token, name)
      if (name.length > 0 && breaks[breaks.length - 1] !== name.length) breaks.push(name.length)
      i = token.end
    } else {
      const side = places.lastAt === name.length && word.trim() === '' ? hand.exec(main.slice(i, i + 4)) : null
      if (side) places.flat.push(side[0])
      word += side ? '' : main[i]
      i += side ? side[0].length : 1
    }
  }
  endWord()
  for (const note of notes) areas.push(...noteAreas(note, isKnown))
  name = name.replace(/(?<=[院区])内$/, '')
  const { numbers, flat } = places
  const inner = breaks.filter((at) => at < name.length)
  return { areas, name, breaks: inner, numbers, flat, postcode, latin: false, vague: vague.test(text) }
}

/** Divisions named in brackets, such as (城关街道); other notes say nothing that can be checked. */
function noteAreas(note: string, isKnown: KnownArea): string[] {
  const { areas, rest } = splitAreas(`${note.trim()}内人`, isKnown)
  return rest === '内人' ? areas : []
}

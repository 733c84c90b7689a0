import { pinyin } from 'pinyin-pro'
import { hasHan } from './normalise.ts'

// Readings that place names use beside the one a dictionary gives first.
const otherReadings: Record<string, string> = {
  长: 'zhang', 重: 'zhong', 乐: 'yue', 行: 'hang', 厦: 'sha', 朝: 'zhao', 堡: 'pu', 单: 'shan', 柏: 'bo', 大: 'dai', 会: 'kuai',
  盛: 'cheng', 藏: 'cang', 六: 'lu', 尉: 'yu', 洞: 'tong', 陂: 'pi', 涌: 'chong', 埔: 'bu', 番: 'pan', 泌: 'bi', 浚: 'xun',
  蔚: 'yu', 莘: 'shen', 阿: 'e', 区: 'ou', 车: 'ju', 解: 'xie', 角: 'lu', 铅: 'yan', 台: 'tai', 侯: 'hou', 曾: 'zeng',
}
const digitSounds = ['ling', 'yi', 'er', 'san', 'si', 'wu', 'liu', 'qi', 'ba', 'jiu']
const most = 4

/** Pinyin without tones: `full` readings run together, `initials` one letter a character, `syllables` of the first. */
export type Sounds = { full: string[]; initials: string; syllables: string[] }

function plainLetters(syllable: string): string {
  return syllable.toLowerCase().replaceAll('v', 'u').replaceAll('ü', 'u')
}

/** Digits as they are said in names: 2 er, 10 shi, 81 bayi. */
function spoken(digits: string): string {
  if (digits === '10') return 'shi'
  return [...digits].map((digit) => digitSounds[Number(digit)] ?? '').join('')
}

/** How a normalised Chinese name sounds; digits stay digits in the first reading and are spoken in another. */
export function soundsOf(name: string): Sounds {
  const letters = [...name]
  const said = pinyin(name, { toneType: 'none', type: 'array', v: true })
  const syllables = letters.map((letter, i) => (hasHan(letter) ? plainLetters(said[i] ?? letter) : letter))
  let full = ['']
  letters.forEach((letter, i) => {
    const first = syllables[i] ?? letter
    const other = otherReadings[letter]
    const readings = other === undefined || other === first || full.length * 2 > most ? [first] : [first, other]
    full = readings.flatMap((reading) => full.map((start) => start + reading))
  })
  if (/\d/.test(name)) full.push((full[0] ?? '').replace(/\d+/g, spoken))
  return { full, initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''), syllables }
}

const englishKinds: [RegExp, string][] = [
  [/(?:road|rd)$/, 'lu'], [/street$/, 'jie'], [/avenue$/, 'dadao'], [/lane$/, 'xiang'], [/village$/, 'cun'],
  [/(?:residentialcompound|residentialarea|compound|estate)$/, 'xiaoqu'], [/community$/, 'shequ'],
]

/** The pinyin that a Latin query may stand for: as typed, and with an English kind of street turned Chinese. */
export function soundsTyped(letters: string): string[] {
  const typed = plainLetters(letters).replaceAll("'", '')
  for (const [kind, sound] of englishKinds) {
    if (kind.test(letters)) return [typed, plainLetters(letters.replace(kind, sound))]
  }
  return [typed]
}

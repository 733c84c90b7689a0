import type { NameEntry } from './named-place.ts'
import { hasHan, normalise } from './normalise.ts'
import { soundsOf } from './sounds.ts'

/** All that a name is found by, normalised. */
export type NameKeys = {
  id: string
  name: string
  english: string
  /** Pinyin from each syllable on, letters run together, and the other readings of the whole. */
  sounds: string[]
  initials: string
}

export function nameKeys(entry: NameEntry): NameKeys {
  const name = normalise(entry.name)
  const keys = { id: entry.id.toLowerCase(), name: name.replaceAll(' ', ''), english: normalise(entry.nameEn ?? '') }
  if (!hasHan(name)) return { ...keys, english: keys.english === '' ? name : keys.english, sounds: [], initials: '' }
  const { full, initials, syllables } = soundsOf(keys.name)
  return { ...keys, sounds: [...full, ...syllables.slice(1).map((_, i) => syllables.slice(i + 1).join(''))], initials }
}

function place(text: string, part: string, whole: number, start: number, inside: number): number {
  if (text === part) return whole
  const at = text.indexOf(part)
  return at === -1 ? 0 : at === 0 ? start : inside
}

/** Latin letters against English words and pinyin. */
function latinScore(keys: NameKeys, query: string): number {
  const letters = query.replaceAll(' ', '')
  if (place(keys.english, query, 1, 0.92, 0) > 0) return place(keys.english, query, 1, 0.92, 0)
  const words = keys.english.split(/[ ,-]+/)
  if (query.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return 0.85
  const sound = letters.replaceAll('v', 'u')
  const heard = keys.sounds.findIndex((key) => key.startsWith(sound))
  if (heard !== -1) return keys.sounds[heard] === sound && heard === 0 ? 0.95 : heard === 0 ? 0.88 : 0.72
  const initials = letters.length >= 2 ? place(keys.initials, letters, 0.84, 0.8, 0.6) : 0
  return Math.max(initials, letters.length >= 4 && keys.id.includes(letters) ? 0.7 : 0)
}

/** How well a name fits what is typed, 0 (not at all) to 1. `query` is normalised. */
export function nameScore(keys: NameKeys, query: string): number {
  if (keys.id === query) return 1
  if (!hasHan(query)) {
    return Math.max(latinScore(keys, query), place(keys.name, query.replaceAll(' ', ''), 1, 0.92, 0.75))
  }
  const parts = query.split(/[ ,]+/)
  const scores = parts.map((part) => place(keys.name, part, 1, 0.92, 0.78))
  if (scores.every((score) => score > 0)) return Math.min(...scores)
  return resemblance(keys.name, query.replaceAll(' ', '')) * 0.6
}

/** Share of the query's letters that occur in the name in their order, 0 unless nearly all do. */
function resemblance(name: string, query: string): number {
  if (query.length < 3) return 0
  let at = 0
  let found = 0
  for (const letter of query) {
    const next = name.indexOf(letter, at)
    if (next === -1) continue
    found++
    at = next + 1
  }
  return query.length - found <= 1 ? found / query.length : 0
}

import { PERSONAL_DATA_TEXTS } from '#shared/text/personal-data-texts.ts'
import { findPersonalData } from '#shared/text/personal-data.ts'
import type { FaultText } from '#shared/schema/preview.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { Invalid } from './errors.ts'

/** Members that hold codes, coordinates or times and no words. */
const NO_WORDS = new Set([
  'definition', 'geometry', 'rule_pack', 'area', 'area_code', 'codes', 'review_by', 'earliest_lift', 'date', 'on_date',
  // of a command post, and held to such by its pattern
  'duty_phone',
])
const AROUND = 6

/**
 * Refuses words that may become public while an identity number, telephone number or plate is in them, and marks the
 * place in each. Walks everything that holds words.
 * @throws Invalid personal_data with a fault for each place
 */
export function requireImpersonalText(value: unknown): void {
  const faults = [...faultsIn(value, '')]
  if (faults.length > 0) throw new Invalid('personal_data', {}, faults)
}

function* faultsIn(value: unknown, path: string): Generator<(lang: Lang) => FaultText> {
  if (typeof value === 'string') {
    for (const { kind, start, end } of findPersonalData(value)) {
      const marked = `${cut(value, start - AROUND, start)}【${value.slice(start, end)}】${cut(value, end, end + AROUND)}`
      yield (lang) => ({ code: kind, title: PERSONAL_DATA_TEXTS[kind][lang], place: `${path} ${marked}`, fix: PERSONAL_DATA_TEXTS.fix[lang] })
    }
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) if (!NO_WORDS.has(key)) yield* faultsIn(member, `${path}/${key}`)
  }
}

const cut = (text: string, start: number, end: number) => text.slice(Math.max(0, start), end)

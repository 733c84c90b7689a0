import { fill } from '../text/fill.ts'
import type { ClauseResult } from '../schema/readiness.ts'
import type { RuleClause } from '../schema/rule-pack.ts'
import type { ClauseFinding } from './clause-finding.ts'
import { clauseTitle } from './clause-title.ts'
import { REASON_TEXTS } from './rule-texts.ts'
import { dateOfDay } from './shanghai-day.ts'

/** Members of a finding's numbers that are days and not counts. */
const DAYS = new Set(['from', 'on', 'next', 'until', 'round'])

/** A finding in the API's terms: days as dates, and in words of both languages. */
export function toClauseResult(clause: RuleClause, { state, why, numbers, earliest }: ClauseFinding): ClauseResult {
  const said = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, DAYS.has(name) ? dateOfDay(value) : value]))
  const title = clauseTitle(clause)
  const words = (lang: 'zh' | 'en') => `${title[lang]}${lang === 'zh' ? '：' : ': '}${fill(REASON_TEXTS[why][lang], said)}`
  return {
    type: clause.type,
    state,
    why,
    numbers: said,
    earliest: earliest === null || !Number.isFinite(earliest) ? null : dateOfDay(earliest),
    text: { zh: words('zh'), en: words('en') },
  }
}

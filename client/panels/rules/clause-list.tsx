import type { ClauseResult } from '#shared/schema/readiness.ts'
import { useText } from '../../i18n/use-text.ts'

const MARK = { held: '✓', not_held: '○', missing: '!' } as const

/** The clauses of a rule, each with how it stands. */
export function ClauseList({ clauses }: { clauses: readonly ClauseResult[] }) {
  const { t, lang } = useText()
  if (clauses.length === 0) return null
  return (
    <ul class="clauses">
      {clauses.map(({ type, state, text }) => (
        <li key={type} data-state={state} data-clause={type}>
          <span class="mark" aria-hidden="true">{MARK[state]}</span>
          <span><span class="visually-hidden">{t.rules.state[state]}{lang === 'zh' ? '：' : ': '}</span>{text[lang]}</span>
        </li>
      ))}
    </ul>
  )
}

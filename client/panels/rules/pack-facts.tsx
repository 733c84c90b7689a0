import type { PlanningFigures, RulePack } from '#shared/schema/rule-pack.ts'
import { useText } from '../../i18n/use-text.ts'

/** What a pack says of itself: its sources with what is not known of them, its limits, and how it is read here. */
export function PackFacts({ pack, planning }: { pack: RulePack; planning: PlanningFigures | null }) {
  const { t, lang } = useText()
  const parenthesis = (text: string) => (lang === 'zh' ? `（${text}）` : ` (${text})`)
  return (
    <div class="pack-facts">
      <p>{pack.summary[lang]}</p>
      <details>
        <summary>{t.rules.sources} · {t.rules.limits} · {t.rules.notes}</summary>
        <dl class="facts">
          <dt>{t.rules.sources}</dt>
          <dd>{pack.sources.map(({ document, date, not_known }) => (
            <div key={document.en}>{document[lang]}{date !== null && ` · ${date}`}{not_known && <span class="muted">{parenthesis(not_known[lang])}</span>}</div>
          ))}</dd>
          <dt>{t.rules.ground}</dt><dd>{pack.ground[lang]}</dd>
          <dt>{t.rules.limits}</dt><dd>{pack.limits.length === 0 ? t.none : pack.limits.map(({ id, text }) => <div key={id}>{text[lang]}</div>)}</dd>
          <dt>{t.rules.notes}</dt><dd>{pack.notes.map((note) => <div key={note.en}>{note[lang]}</div>)}</dd>
        </dl>
      </details>
      {planning && (
        <details>
          <summary>{t.rules.planning}</summary>
          <dl class="facts wide-terms">
            {planning.figures.map(({ id, value, text }) => [<dt key={id}>{value}</dt>, <dd key={`${id}-text`}>{text[lang]}</dd>])}
          </dl>
        </details>
      )}
    </div>
  )
}

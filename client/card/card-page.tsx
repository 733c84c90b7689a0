import { useText } from '../i18n/use-text.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import type { Settings } from '../state/settings.ts'
import { CardView } from './card-view.tsx'
import type { Card } from './create-card.ts'

/** A rule card on the screen: what is shown is what is printed. */
export function CardPage({ card, settings }: { card: Card; settings: Settings }) {
  const { t, lang } = useText()
  const sheet = card.sheet.value
  const fault = card.problem.value
  return (
    <div class="paper-page">
      <nav>
        <a href="/">{t.productName} <span lang="en">Sanqu</span></a>
        <button type="button" class="button quiet" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={settings.switchLang}>{t.top.language}</button>
        <button type="button" class="button primary" disabled={sheet === null} onClick={() => window.print()}>{t.gate.card.print}</button>
      </nav>
      {card.isMissing || fault?.status === 404 ? <p class="note warn" role="alert">{t.gate.card.missing}</p> : <ProblemNote problem={fault} />}
      {sheet !== null ? <CardView sheet={sheet} /> : !card.isMissing && fault === null && <p class="muted">{t.loading}</p>}
    </div>
  )
}

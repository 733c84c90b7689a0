import { useText } from '../i18n/use-text.ts'
import type { Settings } from '../state/settings.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import type { Evidence } from './create-evidence.ts'
import { SheetView } from './sheet-view.tsx'

/** A sheet of paper on the screen: what is shown is what is printed. */
export function EvidencePage({ evidence, settings }: { evidence: Evidence; settings: Settings }) {
  const { t, lang } = useText()
  const sheet = evidence.sheet.value
  return (
    <div class="paper-page">
      <nav>
        <a href="/">{t.productName} <span lang="en">Sanqu</span></a>
        <button type="button" class="button quiet" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={settings.switchLang}>{t.top.language}</button>
        <button type="button" class="button primary" disabled={sheet === null} onClick={() => window.print()}>{t.time.sheet.print}</button>
      </nav>
      {evidence.isMissing && <p class="note warn" role="alert">{t.time.sheet.missing}</p>}
      <ProblemNote problem={evidence.problem.value} />
      {sheet === null ? !evidence.isMissing && evidence.problem.value === null && <p class="muted">{t.loading}</p> : <SheetView evidence={sheet} genuine={evidence.genuine.value} ruleTitle={evidence.rules.title} />}
    </div>
  )
}

import { useText } from '../i18n/use-text.ts'
import type { Settings } from '../state/settings.ts'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { AnswerView } from './answer-view.tsx'
import type { Check } from './create-check.ts'

/** One question for everybody: is this place in a zone, and what applies there. */
export function CheckPage({ check, settings }: { check: Check; settings: Settings }) {
  const { t, lang } = useText()
  const busy = check.busy.value
  const faults = { denied: t.check.locateDenied, failed: t.check.locateFailed, missing: t.check.locateMissing }
  const fault = check.locateFault.value
  const answer = check.answer.value
  const asked = check.asked.value
  return (
    <div class="check-page">
      <header>
        <strong>{t.productName} <span lang="en">Sanqu</span></strong>
        <button type="button" class="button quiet" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={settings.switchLang}>{t.top.language}</button>
        <button type="button" class="button quiet icon" aria-label={t.top.theme} onClick={settings.switchTheme}><Icon name="theme" /></button>
      </header>
      <main>
        <div>
          <h1>{t.check.title}</h1>
          <p class="intro">{t.check.intro}</p>
        </div>
        <form class="ask" onSubmit={(event) => { event.preventDefault(); void check.askAddress() }}>
          <label class="label" for="address">{t.check.field}</label>
          <div class="line">
            <input id="address" class="input" type="text" autocomplete="street-address" enterkeyhint="search" placeholder={t.check.placeholder} value={check.text.value} onInput={(event) => (check.text.value = event.currentTarget.value)} />
            <button type="submit" class="button primary" disabled={busy === 'asking'}>{busy === 'asking' ? t.check.checking : t.check.submit}</button>
          </div>
          <button type="button" class="button locate" disabled={busy !== null} onClick={() => void check.askHere()}><Icon name="locate" />{busy === 'locating' ? t.check.locating : t.check.locate}</button>
        </form>
        {fault && <p class="note warn" role="alert">{faults[fault]}</p>}
        <ProblemNote problem={check.problem.value} />
        {answer && asked && <AnswerView answer={answer} asked={asked} onChoose={(place) => void check.ask(place)} />}
      </main>
      <footer><p>{t.check.privacy} <a href="/">{t.check.toMap}</a></p></footer>
    </div>
  )
}

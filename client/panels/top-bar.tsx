import { useText } from '../i18n/use-text.ts'
import { nameIn } from '../i18n/names.ts'
import type { App } from '../state/create-app.ts'
import { Icon } from '../ui/icon.tsx'
import { FreshnessSign } from './freshness-sign.tsx'
import { SearchBox } from './search-box.tsx'
import { SessionMenu } from './session-menu.tsx'

/** Whose screen this is, how fresh it is, and what is always at hand. */
export function TopBar({ app }: { app: App }) {
  const { t, lang } = useText()
  const district = app.status.current.value?.district
  return (
    <header class="top-bar">
      <div class="brand">
        <h1>{t.productName} <span class="latin">Sanqu</span></h1>
        {district && <span class="district">{nameIn(lang, district)}</span>}
        {app.status.synthetic.value && <span class="badge" title={t.top.demoHint}>{t.top.demo}</span>}
      </div>
      <span class="grow" />
      <SearchBox app={app} />
      <span class="grow" />
      <FreshnessSign freshness={app.freshness} />
      <div class="cluster">
        <a class="button quiet optional" href="/check">{t.top.checkPage}</a>
        <button type="button" class="button quiet" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={app.settings.switchLang}>{t.top.language}</button>
        <button type="button" class="button quiet icon" aria-label={t.top.theme} title={t.top.theme} onClick={app.settings.switchTheme}><Icon name="theme" /></button>
        <button type="button" class="button quiet icon optional" aria-label={t.top.help} title={`${t.top.help} (?)`} onClick={() => app.dialogs.show('shortcuts')}><Icon name="help" /></button>
        <SessionMenu app={app} />
      </div>
    </header>
  )
}

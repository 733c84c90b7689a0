import '@preact/signals'
import { effect } from '@preact/signals-core'
import { render } from 'preact'
import { createRequest } from '../api/request.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'
import { LangContext } from '../i18n/use-text.ts'
import { createSettings } from '../state/settings.ts'
import { CheckPage } from './check-page.tsx'
import { createCheck } from './create-check.ts'

const settings = createSettings(window.localStorage, window.matchMedia('(prefers-color-scheme: dark)'), document.documentElement)
const lang = () => settings.lang.value
const check = createCheck(createRequest(window.fetch.bind(window), lang), 'geolocation' in navigator ? navigator.geolocation : undefined, lang)

let shownIn = lang()
effect(() => {
  document.title = `${DICTIONARIES[lang()].check.title} · Sanqu`
  if (lang() !== shownIn) void check.again()
  shownIn = lang()
})

const root = document.querySelector('#app')
if (root) render(<LangContext.Provider value={settings.lang}><CheckPage check={check} settings={settings} /></LangContext.Provider>, root)

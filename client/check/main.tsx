import '@preact/signals'
import { effect } from '@preact/signals-core'
import { render } from 'preact'
import { createRequest } from '../api/request.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'
import { LangContext } from '../i18n/use-text.ts'
import { createSettings } from '../state/settings.ts'
import { CheckPage } from './check-page.tsx'
import { createCheck } from './create-check.ts'
import { createPack } from './create-pack.ts'

const settings = createSettings(window.localStorage, window.matchMedia('(prefers-color-scheme: dark)'), document.documentElement)
const lang = () => settings.lang.value
const request = createRequest(window.fetch.bind(window), lang)
const pack = createPack(request, window.localStorage, () => Date.now())
const geolocation = 'geolocation' in navigator ? navigator.geolocation : undefined
const check = createCheck({ request, pack, geolocation, lang, now: () => new Date() })
void pack.renew()
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/page-sw.js', { scope: '/check' }).catch(() => {})

let shownIn = lang()
effect(() => {
  document.title = `${DICTIONARIES[lang()].check.title} · Sanqu`
  if (lang() !== shownIn) void check.again()
  shownIn = lang()
})

const root = document.querySelector('#app')
if (root) render(<LangContext.Provider value={settings.lang}><CheckPage check={check} settings={settings} /></LangContext.Provider>, root)

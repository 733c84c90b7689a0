import '@preact/signals'
import { effect } from '@preact/signals-core'
import { render } from 'preact'
import { createRequest } from '../api/request.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'
import { LangContext } from '../i18n/use-text.ts'
import { createSettings } from '../state/settings.ts'
import { createGateDuty } from './create-gate-duty.ts'
import { GatePage } from './gate-page.tsx'

/** How often what waits is sent again where nothing says that the line is back. */
const RETRY_MS = 10_000
/** How often the list of gates and the rule card are read anew. */
const RENEW_MS = 5 * 60_000

const settings = createSettings(window.localStorage, window.matchMedia('(prefers-color-scheme: dark)'), document.documentElement)
const lang = () => settings.lang.value
const request = createRequest(window.fetch.bind(window), lang)
const duty = createGateDuty(request, window.localStorage, () => Date.now())
void duty.renew()
window.addEventListener('online', () => void duty.renew())
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void duty.renew()
})
setInterval(() => {
  if (duty.waiting.peek() === 'offline') void duty.renew()
}, RETRY_MS)
setInterval(() => void duty.renew(), RENEW_MS)
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/page-sw.js', { scope: '/gate' }).catch(() => {})

effect(() => void (document.title = `${DICTIONARIES[lang()].gate.page.title} · Sanqu`))

const root = document.querySelector('#app')
if (root) render(<LangContext.Provider value={settings.lang}><GatePage duty={duty} settings={settings} request={request} /></LangContext.Provider>, root)

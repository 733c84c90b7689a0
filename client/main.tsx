import '@preact/signals'
import { effect } from '@preact/signals-core'
import { render } from 'preact'
import { Frame } from './app.tsx'
import { DICTIONARIES } from './i18n/dictionaries.ts'
import { mountLoadedMap } from './load-map.ts'
import { Legend } from './map/legend.tsx'
import { fetchDetails } from './panels/details/details-panel.tsx'
import { fetchDialogs } from './panels/dialogs/dialog-host.tsx'
import { bindUrl } from './state/bind-url.ts'
import { createApp } from './state/create-app.ts'
import { openingView } from './state/opening-view.ts'
import { createSettings } from './state/settings.ts'
import { signInOutcome } from './state/sign-in-outcome.ts'
import { bindShortcuts } from './state/shortcuts.ts'

const settings = createSettings(window.localStorage, window.matchMedia('(prefers-color-scheme: dark)'), document.documentElement)
const app = createApp({ fetch: window.fetch.bind(window), settings, now: () => new Date() })

effect(() => {
  const t = DICTIONARIES[settings.lang.value]
  const district = app.status.current.value?.district
  document.title = [t.productName + ' Sanqu', settings.lang.value === 'en' ? (district?.name_en ?? district?.name) : district?.name].filter(Boolean).join(' · ')
})

// a script is gone where the server was updated under an open page
window.addEventListener('vite:preloadError', () => {
  const { partMissing: title, unreadableFix: detail } = DICTIONARIES[settings.lang.value].errors
  app.toasts.refuse({ type: '/problems/part_missing', status: 0, code: 'part_missing', title, detail })
})

void signInOutcome(window.location.search, settings.lang.value).then((refused) => {
  if (refused === null) return
  app.toasts.refuse(refused)
  window.history.replaceState(null, '', window.location.pathname + window.location.hash)
})

bindUrl(window, app)
openingView(app)
bindShortcuts(window, app)

const mount = (container: HTMLElement) => mountLoadedMap(container, app)
const root = document.querySelector('#app')
// the panels come after the map: at hand when they are asked for, and of the same build
root?.addEventListener('map-ready', () => void Promise.all([fetchDetails(), fetchDialogs()]), { once: true })
if (root) render(<Frame app={app} mount={mount} legend={<Legend app={app} />} />, root)
void app.start()

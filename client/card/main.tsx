import '@preact/signals'
import { effect } from '@preact/signals-core'
import { render } from 'preact'
import { createRequest } from '../api/request.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'
import { LangContext } from '../i18n/use-text.ts'
import { createSettings } from '../state/settings.ts'
import { createCard } from './create-card.ts'
import { CardPage } from './card-page.tsx'

const settings = createSettings(window.localStorage, window.matchMedia('(prefers-color-scheme: dark)'), document.documentElement)
const lang = () => settings.lang.value

const card = createCard(createRequest(window.fetch.bind(window), lang), new URLSearchParams(window.location.hash.slice(1)))

effect(() => void (document.title = `${DICTIONARIES[lang()].gate.card.title} · Sanqu`))
void card.load()

const root = document.querySelector('#app')
if (root) render(<LangContext.Provider value={settings.lang}><CardPage card={card} settings={settings} /></LangContext.Provider>, root)

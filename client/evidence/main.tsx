import '@preact/signals'
import { effect } from '@preact/signals-core'
import { render } from 'preact'
import { createRequest } from '../api/request.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'
import { LangContext } from '../i18n/use-text.ts'
import { createSettings } from '../state/settings.ts'
import { createEvidence } from './create-evidence.ts'
import { EvidencePage } from './evidence-page.tsx'

const settings = createSettings(window.localStorage, window.matchMedia('(prefers-color-scheme: dark)'), document.documentElement)
const lang = () => settings.lang.value
// the place stands after the #, which browsers send to no server
const evidence = createEvidence(createRequest(window.fetch.bind(window), lang), new URLSearchParams(window.location.hash.slice(1)))

effect(() => void (document.title = `${DICTIONARIES[lang()].time.sheet.title} · Sanqu`))
void evidence.load()

const root = document.querySelector('#app')
if (root) render(<LangContext.Provider value={settings.lang}><EvidencePage evidence={evidence} settings={settings} /></LangContext.Provider>, root)

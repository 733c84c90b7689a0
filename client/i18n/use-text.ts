import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { DICTIONARIES } from './dictionaries.ts'
import type { Dictionary } from './zh.ts'

/** The language of the page, as a signal; provided once by the frame. */
export const LangContext = createContext<ReadonlySignal<Lang> | null>(null)

/** The language and its texts; the component follows when the language is switched. */
export function useText(): { t: Dictionary; lang: Lang } {
  const lang = useContext(LangContext)
  if (!lang) throw new Error('useText needs a LangContext around it')
  return { t: DICTIONARIES[lang.value], lang: lang.value }
}

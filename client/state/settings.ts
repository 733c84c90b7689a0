import { computed, effect, signal } from '@preact/signals-core'
import type { Lang } from '#shared/schema/vocabulary.ts'

export type Theme = 'system' | 'light' | 'dark'
export type Settings = ReturnType<typeof createSettings>

const KEYS = { lang: 'sanqu.lang', theme: 'sanqu.theme' }

/** Language and theme, kept in the browser. Chinese unless chosen otherwise; the theme follows the system unless chosen. */
export function createSettings(storage: Storage, systemDark: MediaQueryList, root: HTMLElement) {
  const lang = signal<Lang>(storage.getItem(KEYS.lang) === 'en' ? 'en' : 'zh')
  const stored = storage.getItem(KEYS.theme)
  const theme = signal<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system')
  const system = signal(systemDark.matches)
  systemDark.addEventListener('change', (event) => (system.value = event.matches))
  const dark = computed(() => (theme.value === 'system' ? system.value : theme.value === 'dark'))
  effect(() => {
    root.lang = lang.value === 'zh' ? 'zh-CN' : 'en'
    storage.setItem(KEYS.lang, lang.value)
  })
  effect(() => {
    root.dataset['theme'] = dark.value ? 'dark' : 'light'
    storage.setItem(KEYS.theme, theme.value)
  })
  return {
    lang,
    dark,
    switchLang: () => (lang.value = lang.value === 'zh' ? 'en' : 'zh'),
    switchTheme: () => (theme.value = dark.value ? 'light' : 'dark'),
  }
}

import { DICTIONARIES } from '../i18n/dictionaries.ts'
import type { App } from '../state/create-app.ts'
import type { Look } from './look.ts'
import { DARK, LIGHT } from './palette.ts'

/** The look as the settings have it now. */
export const lookOf = ({ settings }: Pick<App, 'settings'>): Look => ({
  palette: settings.dark.value ? DARK : LIGHT,
  lang: settings.lang.value,
  t: DICTIONARIES[settings.lang.value],
})

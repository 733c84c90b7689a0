import type { Lang } from '#shared/schema/vocabulary.ts'

/** A moment to the second with its year, in the reader's time zone. */
export const exactMoment = (iso: string, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeStyle: 'medium', hour12: false }).format(new Date(iso))

/** The reader's time zone, as `Asia/Shanghai (UTC+8)`. */
export function zoneOfTime(): string {
  const minutes = -new Date().getTimezoneOffset()
  const offset = `${minutes < 0 ? '−' : '+'}${Math.abs(minutes) / 60}`
  return `${Intl.DateTimeFormat().resolvedOptions().timeZone} (UTC${offset})`
}

import type { Lang } from '#shared/schema/vocabulary.ts'

const LOCALES: Record<Lang, string> = { zh: 'zh-CN', en: 'en-GB' }

/** A count with separators for thousands. */
export const formatNumber = (value: number, lang: Lang, decimals = 0): string =>
  new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: decimals }).format(value)

/** Square metres, in the unit people say: m², hectares, km². */
export function formatArea(m2: number, lang: Lang): string {
  if (m2 < 10_000) return `${formatNumber(m2, lang)} m²`
  if (m2 < 1_000_000) return `${formatNumber(m2 / 10_000, lang, 1)} ${lang === 'zh' ? '公顷' : 'ha'}`
  return `${formatNumber(m2 / 1_000_000, lang, m2 < 1e8 ? 2 : 0)} km²`
}

/** An ISO moment as day and time in the reader's time zone; the year only when it is another one. */
export function formatMoment(iso: string, lang: Lang, now: Date = new Date()): string {
  const date = new Date(iso)
  const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(LOCALES[lang], {
    ...year, month: lang === 'zh' ? 'long' : 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(date)
}

/** An ISO date or moment as a day. */
export const formatDay = (iso: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { year: 'numeric', month: lang === 'zh' ? 'long' : 'short', day: 'numeric' })
    .format(new Date(iso.length === 10 ? `${iso}T00:00` : iso))

/** An ISO date or moment as month and day only. */
export const formatShortDay = (iso: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { month: lang === 'zh' ? 'long' : 'short', day: 'numeric' }).format(new Date(iso))

/** A span in seconds, in its largest whole unit. */
export function formatSpan(seconds: number, lang: Lang): string {
  const [amount, unit] =
    seconds < 90 ? ([seconds, 'second'] as const)
    : seconds < 5400 ? ([seconds / 60, 'minute'] as const)
    : seconds < 129_600 ? ([seconds / 3600, 'hour'] as const)
    : ([seconds / 86_400, 'day'] as const)
  return new Intl.NumberFormat(LOCALES[lang], { style: 'unit', unit, unitDisplay: lang === 'zh' ? 'short' : 'long' }).format(Math.max(0, Math.floor(amount)))
}

/** [lng, lat] in degrees as it is read out: latitude first, five decimals (about a metre). */
export const formatPlace = (lng: number, lat: number): string =>
  `${Math.abs(lat).toFixed(5)}°${lat < 0 ? 'S' : 'N'}  ${Math.abs(lng).toFixed(5)}°${lng < 0 ? 'W' : 'E'}`

/** A share, 0 to 1, in whole percent; never 0 or 100 for what is neither. */
export const formatPercent = (share: number, lang: Lang): string =>
  `${formatNumber(Math.min(99, Math.max(1, Math.round(share * 100))), lang)}%`

/** An ISO moment as hours and minutes in the reader's time zone. */
export const formatClock = (iso: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(iso))

/** Metres, from a kilometre on in kilometres. */
export const formatDistance = (metres: number, lang: Lang): string =>
  metres < 1000 ? `${formatNumber(metres, lang)} m` : `${formatNumber(metres / 1000, lang, 1)} km`

import type { Problem } from '#shared/schema/problem.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'

/** What is of another version of the product: the page is older or newer than the server. */
export const unreadable = (lang: Lang): Problem => {
  const { unreadable: title, unreadableFix: detail } = DICTIONARIES[lang].errors
  return { type: '/problems/unreadable', status: 0, code: 'unreadable', title, detail }
}

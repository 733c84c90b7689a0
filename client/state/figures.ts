import { signal } from '@preact/signals-core'
import { decodeFigures } from '#shared/exposure/decode-figures.ts'
import { indexFigures, type FigureIndex } from '#shared/exposure/index-figures.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Api } from '../api/create-api.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'
import { coalesce } from './coalesce.ts'

export type Figures = ReturnType<typeof createFigures>

/** Figures of another version of the product: the page is older or newer than the server. */
const unreadable = (lang: Lang): Problem => {
  const { unreadable: title, unreadableFix: detail } = DICTIONARIES[lang].errors
  return { type: '/problems/unreadable', status: 0, code: 'unreadable', title, detail }
}

/** The population figures of the district, for numbers while the line moves; read when the first line is begun. */
export function createFigures(api: Api, lang: () => Lang) {
  const index = signal<FigureIndex | null>(null)
  /** why there are no figures: said where the numbers would be */
  const problem = signal<Problem | null>(null)
  const read = coalesce(async () => {
    const answer = await api.figures()
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok) return
    const read = decodeFigures(answer.value)
    if (read.ok) index.value = indexFigures(read.figures)
    else problem.value = unreadable(lang())
  })
  return {
    index,
    problem,
    need: () => (index.value === null ? read() : Promise.resolve()),
    /** After an import: read anew if they have been read at all. */
    renew: () => (index.value === null ? Promise.resolve() : read()),
  }
}

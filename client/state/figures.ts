import { signal } from '@preact/signals-core'
import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Api } from '../api/create-api.ts'
import { coalesce } from './coalesce.ts'
import { unreadable } from './unreadable.ts'

export type Figures = ReturnType<typeof createFigures>

/** The population figures of the district, for numbers while the line moves; read when the first line is begun. */
export function createFigures(api: Api, lang: () => Lang) {
  const index = signal<FigureIndex | null>(null)
  /** why there are no figures: said where the numbers would be */
  const problem = signal<Problem | null>(null)
  const read = coalesce(async () => {
    const [answer, { decodeFigures }, { indexFigures }] = await Promise.all([
      api.figures(), import('#shared/exposure/decode-figures.ts'), import('#shared/exposure/index-figures.ts'),
    ])
    const read = answer.ok ? decodeFigures(answer.value) : null
    if (read?.ok) index.value = indexFigures(read.figures)
    problem.value = !answer.ok ? answer.problem : read?.ok ? null : unreadable(lang())
  })
  return {
    index,
    problem,
    need: () => (index.value === null ? read() : Promise.resolve()),
    /** After an import: read anew if they have been read at all. */
    renew: () => (index.value === null ? Promise.resolve() : read()),
  }
}

import { signal } from '@preact/signals-core'
import { decodeFigures } from '#shared/exposure/decode-figures.ts'
import { indexFigures, type FigureIndex } from '#shared/exposure/index-figures.ts'
import type { Api } from '../api/create-api.ts'
import { coalesce } from './coalesce.ts'

export type Figures = ReturnType<typeof createFigures>

/** The population figures of the district, for numbers while the line moves; read when the first line is begun. */
export function createFigures(api: Api) {
  const index = signal<FigureIndex | null>(null)
  const read = coalesce(async () => {
    const answer = await api.figures()
    if (!answer.ok) return
    const read = decodeFigures(answer.value)
    if (read.ok) index.value = indexFigures(read.figures)
  })
  return {
    index,
    need: () => (index.value === null ? read() : Promise.resolve()),
    /** After an import: read anew if they have been read at all. */
    renew: () => (index.value === null ? Promise.resolve() : read()),
  }
}

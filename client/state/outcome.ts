import { effect, signal, untracked } from '@preact/signals-core'
import type { MultiPolygon } from 'geojson'
import type { Preview } from '#shared/schema/preview.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { Lang, ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Api } from '../api/create-api.ts'
import type { Figures } from './figures.ts'
import type { Ground } from './ground.ts'
import { unreadable } from './unreadable.ts'

const DEBOUNCE_MS = 120

/**
 * What the ground encloses: at once in the browser for a drawn line, from the server for units and the rest of an
 * area, whose shapes the server holds. `again` changes when the zones in force change, for these follow them.
 */
export function createOutcome(
  api: Api,
  { ground, figures, kind, lang, again }: { ground: Ground; figures: Figures; kind: () => ZoneKind | null; lang: () => Lang; again: () => unknown },
) {
  const preview = signal<Preview | null>(null)
  const busy = signal(false)
  const problem = signal<Problem | null>(null)
  /** checking and counting come with the first line: most readers never draw */
  const counting = signal<typeof import('./sketch-preview.ts') | null>(null)
  const countingProblem = signal<Problem | null>(null)
  const needCounting = () => {
    void figures.need()
    import('./sketch-preview.ts').then(
      (module) => (counting.value = module),
      () => (countingProblem.value = unreadable(lang())),
    )
  }
  /** what could not be had is asked for again with the next committed line, not because it could not be had */
  let askedFor: unknown = null

  effect(() => {
    const definition = ground.definition.value
    const zoneKind = kind()
    const language = lang()
    problem.value = null
    busy.value = false
    if (!definition || !zoneKind) {
      preview.value = null
      return
    }
    if (definition.type === 'drawn') {
      const index = figures.index.value
      const count = counting.value?.previewSketch
      problem.value = count ? figures.problem.value : (figures.problem.value ?? countingProblem.value)
      busy.value = !problem.value && (!index || !count)
      if (index && count) preview.value = count(definition.geometry as MultiPolygon, index, language)
      else if (askedFor !== ground.history.peek()) {
        askedFor = ground.history.peek()
        untracked(needCounting)
      }
      return
    }
    again()
    busy.value = true
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await api.preview({ kind: zoneKind, definition }, controller.signal)
      if (controller.signal.aborted) return
      busy.value = false
      if (answer.ok) preview.value = answer.value
      else problem.value = answer.problem
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  })
  return { preview, busy, problem }
}

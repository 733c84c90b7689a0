import { effect } from '@preact/signals-core'
import type { Map } from 'maplibre-gl'
import { toGeometry } from '../../state/sketch.ts'
import type { App } from '../../state/create-app.ts'
import { setData } from '../set-data.ts'

/** What is compared: a draft with what is in force, a candidate, and the two versions of a conflict. */
export function bindReview(map: Map, { preflight, candidates, plannerSave, planner, outcome, reviewing }: Pick<App, 'preflight' | 'candidates' | 'plannerSave' | 'planner' | 'outcome' | 'reviewing'>): void {
  effect(() => {
    const result = preflight.result.value
    setData(map, 'added', result?.added ?? null)
    setData(map, 'removed', result?.removed ?? null)
  })
  effect(() => {
    const looked = reviewing.current.value
    const found = candidates.hovered.value
    setData(map, 'candidate', found?.geometry ?? (looked?.type === 'draft' ? looked.draft.geometry : null))
  })
  effect(() => {
    const theirs = plannerSave.conflict.value
    const preview = outcome.preview.value
    const { type, sketch } = planner.ground
    const mine = type.value === 'drawn' ? toGeometry(sketch.value) : preview?.ok ? preview.geometry : null
    setData(map, 'theirs', theirs?.geometry ?? null)
    setData(map, 'mine', theirs ? mine : null)
  })
}

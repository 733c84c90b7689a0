import { computed, signal } from '@preact/signals-core'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Draft } from '#shared/schema/zone.ts'
import type { Api } from '../api/create-api.ts'
import { createGround } from './ground.ts'
import { faultsOf, formOf, newForm, reviewDefault, type PackChoice, type PlannerForm } from './planner-form.ts'
import type { ToolState } from './tool.ts'

/** What is being planned: a new zone (no draft yet) or a stored draft. */
export type Planning = { kind: ZoneKind; draft: Draft | null }
export type Planner = ReturnType<typeof createPlanner>

/** The zone being planned: its kind, its ground and its words. Saving and publishing are in planner-save.ts. */
export function createPlanner(api: Api, tool: ToolState, now: () => Date, packs: () => readonly PackChoice[]) {
  const planning = signal<Planning | null>(null)
  const form = signal<PlannerForm>(newForm('sealed', now(), []))
  const ground = createGround()
  /** the words and ground as last saved or begun, to know whether anything would be lost */
  const saved = signal('')
  const snapshot = () => JSON.stringify([form.value, ground.history.value.present, ground.codes.value, ground.minusStricter.value, ground.restArea.value])
  /** faults are shown once somebody has tried to save */
  const tried = signal(false)

  const open = (draft: Draft) => {
    planning.value = { kind: draft.kind, draft }
    form.value = formOf(draft.content)
    ground.set(draft.content.definition)
    tried.value = false
    saved.value = snapshot()
  }
  return {
    planning, form, ground, tried, open,
    faults: computed(() => faultsOf(form.value, now())),
    dirty: computed(() => planning.value !== null && snapshot() !== saved.value),
    begin(kind: ZoneKind) {
      planning.value = { kind, draft: null }
      form.value = newForm(kind, now(), packs())
      ground.set(null)
      ground.type.value = kind === 'precaution' ? 'rest_of' : 'units'
      ground.minusStricter.value = kind !== 'sealed'
      tried.value = false
      saved.value = snapshot()
    },
    /** Another kind for a new zone: measures that were not touched change with it. */
    setKind(kind: ZoneKind) {
      const before = planning.value
      if (!before || before.draft) return
      const untouched = form.value.measures === newForm(before.kind, now(), packs()).measures
      planning.value = { kind, draft: null }
      if (kind === 'sealed' && ground.type.value === 'rest_of') ground.type.value = 'units'
      if (untouched) form.value = { ...form.value, measures: newForm(kind, now(), packs()).measures }
    },
    write: (patch: Partial<PlannerForm>) => (form.value = { ...form.value, ...patch }),
    setPack(id: string) {
      const pack = packs().find((choice) => choice.id === id)
      form.value = { ...form.value, rule_pack: id, review_by: reviewDefault(pack, planning.value?.kind ?? 'sealed', now()) }
    },
    /** Begins a draft of a zone in force, or opens the one that is there. */
    async edit(zoneId: string) {
      const begun = await api.drafts.begin(zoneId)
      const answer = !begun.ok && begun.problem.code === 'draft_exists' ? await api.drafts.get(zoneId) : begun
      if (answer.ok) open(answer.value)
      return answer
    },
    /** The draft as the server has it now, keeping what is written in the form. */
    rebase(draft: Draft) {
      planning.value = { kind: draft.kind, draft }
    },
    settle(draft: Draft) {
      planning.value = { kind: draft.kind, draft }
      saved.value = snapshot()
    },
    leave() {
      tool.drop()
      planning.value = null
      ground.set(null)
    },
  }
}

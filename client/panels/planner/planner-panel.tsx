import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import type { GroundType } from '../../state/ground.ts'
import { Segments } from '../../ui/segments.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { KindSwatch } from '../kind-swatch.tsx'
import { PanelHead } from '../details/panel-head.tsx'
import { PreflightView } from '../review/preflight-view.tsx'
import { RejectionNote } from '../review/rejection-note.tsx'
import { BufferTool } from './buffer-tool.tsx'
import { DrawTools } from './draw-tools.tsx'
import { DrawnRing } from './drawn-ring.tsx'
import { LiveNumbers } from './live-numbers.tsx'
import { PlannerActions } from './planner-actions.tsx'
import { RestOf } from './rest-of.tsx'
import { SmallestNote } from './smallest-note.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { ZoneForm } from './zone-form.tsx'

const STATE_TONE = { draft: '', in_review: 'warn', approved: 'good', rejected: 'danger' } as const

/** How the ground of each kind can be said; the rest of an area less stricter zones makes no sense for the strictest. */
const GROUNDS: Record<ZoneKind, readonly GroundType[]> = {
  sealed: ['units', 'drawn'],
  controlled: ['units', 'drawn', 'rest_of'],
  precaution: ['units', 'drawn', 'rest_of'],
}

/** Planning a zone from ground to publishing; the numbers stay in sight while the rest scrolls. */
export function PlannerPanel({ app }: { app: App }) {
  const { t } = useText()
  const { planner, plannerSave } = app
  const planning = planner.planning.value
  if (!planning) return null
  const { kind, draft } = planning
  const ground = planner.ground.type.value
  const takeUnit = (code: string) => {
    app.preflight.clear()
    planner.ground.set({ type: 'units', codes: [code] })
  }
  const leave = () => (planner.dirty.value ? app.dialogs.show('leave') : planner.leave())
  return (
    <>
      <PanelHead
        kind={kind} onClose={() => void leave()} title={planner.form.value.name || (draft ? t.planner.editTitle : t.planner.newTitle)}
        eyebrow={<><KindSwatch kind={kind} />{t.kind[kind]}{draft && <span class={`badge ${planner.dirty.value ? '' : STATE_TONE[draft.state]}`}>{t.review.state[planner.dirty.value ? 'draft' : draft.state]}</span>}</>} ident={draft ? <span class="mono">{draft.zone_id}</span> : t.kindMeaning[kind]}
      />
      {draft?.rejection && <section class="section"><RejectionNote rejection={draft.rejection} /></section>}
      <div class="scroll planner">
        {!draft && (
          <section class="section stack tight">
            <h3>{t.planner.chooseKind}</h3>
            <Segments label={t.planner.chooseKind} value={kind} options={ZONE_KINDS.map((value) => ({ value, text: t.kind[value] }))} onChange={planner.setKind} />
          </section>
        )}
        <section class="section stack tight">
          <h3>{t.planner.how}</h3>
          <Segments
            label={t.planner.how} value={ground}
            options={GROUNDS[kind].map((value) => ({ value, text: t.planner.ground[value] }))}
            onChange={(value) => { app.tool.drop(); planner.ground.type.value = value }}
          />
          <p class="muted">{t.planner.groundHint[ground]}</p>
          {ground === 'drawn' && <DrawTools app={app} />}
          {ground === 'units' && <UnitPicker app={app} />}
          {ground === 'rest_of' && <RestOf app={app} />}
        </section>
        <LiveNumbers app={app} />
        <DrawnRing app={app} />
        {ground !== 'rest_of' && <BufferTool app={app} />}
        <SmallestNote app={app} />
        {app.preflight.draft.value && app.dialogs.open.value === null && <PreflightView app={app} mayConfirm={false} onTakeUnit={takeUnit} />}
        <ZoneForm app={app} />
        {plannerSave.problem.value && <section class="section"><ProblemNote problem={plannerSave.problem.value} /></section>}
      </div>
      <PlannerActions app={app} />
    </>
  )
}

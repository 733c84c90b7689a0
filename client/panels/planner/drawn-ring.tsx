import { boundsOf } from '#shared/geometry/bounds.ts'
import type { PlanGates } from '#shared/schema/roads.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import type { Least } from '../../state/drawn-ring.ts'
import { LeastNote } from '../details/least-note.tsx'
import { OpenCrossings } from '../details/open-crossings.tsx'
import { PlanGatesForm } from '../details/plan-gates.tsx'
import { RingBar } from '../details/ring-bar.tsx'

/** Which roads leave the ground being planned, as its line moves; the line of the fewest gates; gates for the stored draft. */
export function DrawnRing({ app }: { app: Pick<App, 'drawnRing' | 'planner' | 'camera' | 'toasts'> }) {
  const { drawnRing, planner, camera, toasts } = app
  const { t } = useText()
  const found = drawnRing.crossings.value
  const planning = planner.planning.value
  if (found === null || planning === null) return null
  const { ring, crossings } = found
  const least = drawnRing.least.value
  const agreed = drawnRing.agreedGates.value
  const findLeast = async () => {
    if (least) return void (drawnRing.least.value = null)
    const answer = await drawnRing.findLeast()
    if (answer?.ok) camera.fit(boundsOf(answer.value.sealed))
    else if (answer) toasts.refuse(answer.problem)
  }
  const take = (line: Least) => void drawnRing.takeLine(line)
  const plan = async (body: PlanGates) => {
    if (planning.draft === null) return
    const refused = await drawnRing.plan(planning.draft.zone_id, body)
    if (refused) toasts.refuse(refused.problem)
    else toasts.say(t.ring.planned(agreed ?? ring.open))
  }
  return (
    <section class="section ring" aria-label={t.ring.title} data-open={ring.open}>
      <h3>{t.ring.title}</h3>
      {ring.total === 0 ? <p class="muted">{t.ring.none}</p> : <RingBar ring={ring} />}
      <OpenCrossings app={app} crossings={crossings} />
      {least && <LeastNote least={least} take={() => take(least)} takeText={t.ring.takeLine} />}
      {ring.open > 0 && <PlanGatesForm label={agreed === null ? t.ring.plan : t.ring.planAgreed(agreed)} onPlan={plan} blocked={planning.draft === null || planner.dirty.value ? t.ring.saveFirst : null} />}
      {ring.total > 0 && (
        <div class="ring-actions">
          <button type="button" class="button small" aria-pressed={least !== null} onClick={() => void findLeast()}>{least ? t.ring.leastHide : t.ring.least}</button>
        </div>
      )}
    </section>
  )
}

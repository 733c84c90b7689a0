import { boundsOf } from '#shared/geometry/bounds.ts'
import type { PlanGates } from '#shared/schema/roads.ts'
import { formatDay, formatMoment } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import type { Least } from '../../state/drawn-ring.ts'
import { LeastNote } from './least-note.tsx'
import { OpenCrossings } from './open-crossings.tsx'
import { PlanGatesForm } from './plan-gates.tsx'
import { RingBar } from './ring-bar.tsx'

type RingSectionProps = { app: Pick<App, 'rings' | 'drawnRing' | 'zones' | 'camera' | 'session' | 'toasts'>; id: string }

/** Which roads leave the zone, who stands there, and who has signed for it. */
export function RingSection({ app, id }: RingSectionProps) {
  const { rings, drawnRing, zones, camera, session, toasts } = app
  const { t, lang } = useText()
  const found = rings.crossings.value
  const least = rings.least.value
  if (found?.zone !== id) return null
  const { ring, crossings, orphans, roads, signature, list } = found
  const open = crossings.filter(({ state }) => state === 'open')
  const plan = async (body: PlanGates) => {
    const answer = await rings.plan(id, body)
    if (answer.ok) toasts.say(t.ring.planned(open.length))
    else toasts.refuse(answer.problem)
  }
  const sign = async () => {
    const answer = await rings.sign(id, list)
    if (!answer.ok) toasts.refuse(answer.problem)
  }
  const findLeast = async () => {
    if (least) return void (rings.least.value = null)
    const answer = await rings.findLeast(id)
    if (!answer.ok) return toasts.refuse(answer.problem)
    camera.fit(boundsOf(answer.value.sealed))
  }
  const kind = zones.get(id)?.properties.kind ?? 'sealed'
  const follow = async (found: Least) => {
    const refused = await drawnRing.follow({ id, kind }, found)
    if (refused) return toasts.refuse(refused.problem)
    camera.fit(boundsOf(found.sealed))
  }
  const share = roads.buildings === 0 ? 0 : roads.notSurveyed / roads.buildings
  return (
    <section class="section ring" aria-label={t.ring.title} data-open={ring.open}>
      <h3>{t.ring.title}</h3>
      {ring.total === 0 ? <p class="muted">{t.ring.none}</p> : <RingBar ring={ring} />}
      <OpenCrossings app={app} crossings={crossings} />
      {orphans.length > 0 && <p class="note warn spaced">{t.ring.orphans(orphans.length)}</p>}
      {least && <LeastNote least={least} take={session.canDraft.value ? () => void follow(least) : null} takeText={kind === 'controlled' ? t.ring.takeEdit : t.ring.takeNew} />}
      {session.canDraft.value && open.length > 0 && <PlanGatesForm label={t.ring.plan} onPlan={plan} />}
      {session.canDraft.value && ring.total > 0 && (
        <div class="ring-actions">
          <button type="button" class="button small" aria-pressed={least !== null} onClick={() => void findLeast()}>{least ? t.ring.leastHide : t.ring.least}</button>
          {!signature?.valid && <button type="button" class="button small" onClick={() => void sign()}>{t.ring.sign}</button>}
        </div>
      )}
      <p class={signature && !signature.valid ? 'source overdue' : 'source'}>
        {signature === null ? t.ring.unsigned : (signature.valid ? t.ring.signed : t.ring.fallen)(inLang(lang, signature.by), formatMoment(signature.at, lang))}
      </p>
      <p class="source">
        {roads.oldest === null ? t.ring.noData : t.ring.data(formatDay(roads.oldest, lang))}
        {roads.notSurveyed > 0 && <> · {t.ring.notSurveyed(`${share < 0.01 ? '<1' : Math.round(share * 100)} %`)}</>}
      </p>
    </section>
  )
}

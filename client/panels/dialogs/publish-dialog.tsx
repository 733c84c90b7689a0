import { boundsOf } from '#shared/geometry/bounds.ts'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ExposureView } from '../details/exposure-view.tsx'
import { PreflightView } from '../review/preflight-view.tsx'

/** The last look before publishing: who is affected, and what changes against the version in force. */
export function PublishDialog({ app }: { app: App }) {
  const { planner, plannerSave, dialogs, zones, toasts, selection, camera, preflight, reviewing } = app
  const { t, lang } = useText()
  const looked = reviewing.current.value
  const draft = planner.planning.value?.draft ?? (looked?.type === 'draft' ? looked.draft : undefined)
  if (!draft) return null
  const inForce = zones.get(draft.zone_id)?.properties
  const publish = async () => {
    const published = await plannerSave.publish(draft)
    if (!published) return
    dialogs.close()
    reviewing.close()
    if (published.state === 'planned') return void toasts.say(t.time.plannedToast(formatMoment(published.since, lang)))
    toasts.say(`${t.planner.published} · ${published.name}`)
    await zones.load()
    selection.select({ type: 'zone', id: published.id })
    camera.fit(boundsOf(draft.geometry))
  }
  const found = preflight.result.value
  const stopped = found !== null && (found.too_few !== null || (found.abnormal.length > 0 && !found.confirmed))
  const footer = (
    <>
      <button type="button" class="button" onClick={dialogs.close}>{t.cancel}</button>
      <button type="submit" class="button primary" disabled={plannerSave.saving.value || stopped}>{t.planner.publishNow}</button>
    </>
  )
  const changes = inForce && [
    [t.planner.form.name, inForce.name, draft.content.name],
    [t.details.affected, formatNumber(inForce.people, lang), formatNumber(draft.exposure.people, lang)],
    [t.details.measures, inForce.measures.map((m) => m[lang]).join(' / '), draft.content.measures.map((m) => m[lang]).join(' / ')],
  ] as const
  return (
    <Dialog title={t.planner.publishTitle(t.kind[draft.kind])} closeText={t.close} onClose={dialogs.close} footer={footer} onSubmit={() => void publish()} wide>
      <div><strong>{draft.content.name}</strong> <span class="mono muted">{draft.zone_id}</span></div>
      <section aria-label={t.details.affected}><ExposureView app={app} exposure={draft.exposure} /></section>
      <PreflightView app={app} mayConfirm={false} />
      {changes && (
        <section class="stack tight">
          <h3>{t.planner.change}</h3>
          <div class="versus">
            <span /><span>{t.planner.was}</span><span>{t.planner.willBe}</span>
            {changes.map(([what, was, willBe]) => [<span key={what}>{what}</span>, <span key={`${what}-was`}>{was}</span>, <span key={`${what}-new`} class={was === willBe ? '' : 'differs'}>{willBe}</span>])}
          </div>
        </section>
      )}
      {draft.content.starts_at !== undefined && <p class="note warn"><strong>{t.time.startsAt}{lang === 'zh' ? '：' : ': '}{formatMoment(draft.content.starts_at, lang)}</strong> {t.time.startHint}</p>}
      {draft.content.planned_end !== undefined && <p class="note warn"><strong>{t.time.endsAt}{lang === 'zh' ? '：' : ': '}{formatMoment(draft.content.planned_end.at, lang)}</strong> {t.time.endHint}</p>}
      <p class="note">{t.planner.publishEffect}{draft.kind !== 'precaution' && <>{lang === 'en' && ' '}{t.planner.publishFollow}</>}</p>
      <ProblemNote problem={plannerSave.problem.value} />
    </Dialog>
  )
}

import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

/** What is planned for a zone, with the way to cancel it until its time. */
export function PlannedFacts({ app, id }: { app: Pick<App, 'plans' | 'session' | 'toasts' | 'moment'>; id: string }) {
  const { t, lang } = useText()
  const plans = app.plans.all.value.filter((plan) => plan.zone_id === id && plan.failed === null)
  if (plans.length === 0 || app.moment.at.value !== null) return null
  return (
    <section class="section stack tight">
      {plans.map((plan) => (
        <div key={plan.id} class="note warn stack tight">
          <strong>{plan.action === 'end' ? t.time.plannedEndFact : t.time.startsAt}{lang === 'zh' ? '：' : ': '}{formatMoment(plan.due_at, lang)}</strong>
          {plan.decision && <span>{plan.decision.reason} · {plan.decision.authority} · {plan.decision.legal_basis.number}</span>}
          {app.session.canPublish.value && (
            <button type="button" class="button small" onClick={() => void app.plans.cancel(plan).then((answer) => (answer.ok ? app.toasts.say(t.time.planCancelled) : app.toasts.refuse(answer.problem)))}>{t.time.cancelPlan}</button>
          )}
        </div>
      ))}
    </section>
  )
}

import { boundsOf } from '#shared/geometry/bounds.ts'
import { formatShortDay, formatSpan } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import { attention, type Attention } from '../../state/attention.ts'
import type { App } from '../../state/create-app.ts'
import { reviewAttention } from '../../state/review-attention.ts'
import { showReview } from '../../state/show-review.ts'

const TONE: Partial<Record<Attention['type'], string>> = { alarm: 'overdue', failed: 'overdue', overdue: 'overdue', suspended: 'overdue', incident: 'overdue', ready: 'ready' }

/** What is overdue and what is open: the first question of a command room. */
export function AttentionList({ app }: { app: App }) {
  const { zones, checkpoints, plans, readiness, selection, camera, now } = app
  const { t, lang } = useText()
  const reviews = reviewAttention(app.reviews.all.value, now())
  const items = attention([...zones.all.value.values()], checkpoints.all.value, readiness.all.value, now(), plans.all.value, app.gateReports.all())
  const count = items.length + reviews.length
  const words = (item: Attention) =>
    item.type === 'alarm' ? t.rules.attentionAlarm(formatShortDay(item.judged.readiness.alarm?.on ?? item.judged.at, lang))
    : item.type === 'ready' ? t.rules.attentionReady
    : item.type === 'overdue' ? t.zones.overdue(formatSpan(item.byS, lang))
    : item.type === 'due' ? t.zones.dueSoon(formatSpan(item.inS, lang))
    : item.type === 'failed' ? t.time.planFailed
    : item.type === 'starts' ? t.time.startsIn(formatSpan(item.inS, lang))
    : item.type === 'ends' ? t.time.endsIn(formatSpan(item.inS, lang))
    : item.type === 'incident' ? t.gate.reports.incident(formatSpan(item.ageS, lang))
    : item.type === 'suspended' ? t.zones.gateSuspended
    : t.zones.gatePlanned
  const show = (item: Attention) => {
    if ('zone' in item) {
      selection.select({ type: 'zone', id: item.zone.properties.id })
      camera.fit(boundsOf(item.zone.geometry))
    } else if ('plan' in item) {
      const { zone_id: id, geometry } = item.plan
      const ground = geometry ?? zones.get(id)?.geometry
      if (zones.get(id)) selection.select({ type: 'zone', id })
      if (ground) camera.fit(boundsOf(ground))
    } else {
      selection.select({ type: 'checkpoint', id: item.gate.properties.id })
      camera.flyTo(item.gate.geometry.coordinates as [number, number], 15.5)
    }
  }
  return (
    <section class="group attention" aria-label={t.zones.attention}>
      <h2>{t.zones.attention}<span class="sum">{count > 0 && count}</span></h2>
      {count === 0 && <p class="quiet-note">{t.zones.nothingDue}</p>}
      {reviews.map(({ type, review, inS }) => (
        <button key={`review${review.id}`} type="button" class="row slim" data-review={type} onClick={() => showReview(app, review)}>
          <span class="name">{nameIn(lang, review)}</span>
          <span class={type === 'after' ? 'sub end' : 'sub end overdue'}>
            {type === 'late' ? t.review.overdue(formatSpan(-inS, lang)) : type === 'objected' ? t.review.outcome.objected : `${t.review.lane} · ${t.review.dueIn(formatSpan(inS, lang))}`}
          </span>
        </button>
      ))}
      {items.map((item) => {
        const named = 'zone' in item ? item.zone.properties : 'plan' in item ? item.plan : item.gate.properties
        return (
          <button key={`${item.type}${named.id}`} type="button" class="row slim" onClick={() => show(item)}>
            <span class="name">{nameIn(lang, named)}</span>
            <span class={`sub end ${TONE[item.type] ?? ''}`}>{words(item)}{'plan' in item && item.plan.failed !== null && <> · {item.plan.failed.detail}</>}</span>
          </button>
        )
      })}
    </section>
  )
}

import { boundsOf } from '#shared/geometry/bounds.ts'
import type { ZoneFeature } from '#shared/schema/zone.ts'
import { formatNumber, formatShortDay, formatSpan } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

type ZoneRowProps = { app: Pick<App, 'selection' | 'camera' | 'freshness' | 'moment' | 'now' | 'rings'>; zone: ZoneFeature }

/** One zone in force: name, people, since when, and when it is due for review. */
export function ZoneRow({ app: { selection, camera, moment, now, rings }, zone }: ZoneRowProps) {
  const { t, lang } = useText()
  const { id, kind, people, since, review_by } = zone.properties
  const current = selection.current.value
  const lateS = ((moment.at.value ?? now()).getTime() - new Date(review_by).getTime()) / 1000
  const ring = moment.at.value === null ? rings.all.value.get(id) : undefined
  const show = () => {
    selection.select({ type: 'zone', id })
    camera.fit(boundsOf(zone.geometry))
  }
  return (
    <button type="button" class="row" data-kind={kind} data-zone={id} aria-current={current?.type === 'zone' && current.id === id} onClick={show} onMouseEnter={() => (selection.hoveredZone.value = id)} onMouseLeave={() => (selection.hoveredZone.value = null)}>
      <span class="name">{nameIn(lang, zone.properties)}</span>
      <span class="value">{formatNumber(people, lang)} <span class="visually-hidden">{t.peopleUnit}</span></span>
      <span class="sub">{t.zones.since(formatShortDay(since, lang))}{ring && ring.total > 0 && <> · <span class={ring.open > 0 ? 'ring-open' : ''}>{t.ring.short(ring.held, ring.total)}</span></>}</span>
      <span class={lateS > 0 ? 'sub end overdue' : 'sub end'}>{lateS > 0 ? t.zones.overdue(formatSpan(lateS, lang)) : t.zones.reviewBy(formatShortDay(review_by, lang))}</span>
    </button>
  )
}

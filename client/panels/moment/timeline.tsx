import { formatMoment, formatShortDay } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { SPANS } from '../../state/moment.ts'
import { Icon } from '../../ui/icon.tsx'
import { dayLabels, neighbourMark, placedMarks, scaleOf } from './timeline-scale.ts'

const MINUTE = 60_000
/** What each key moves by; the slider's own step would be a minute. */
const KEYS: Record<string, number> = {
  ArrowLeft: -15 * MINUTE, ArrowDown: -15 * MINUTE, ArrowRight: 15 * MINUTE, ArrowUp: 15 * MINUTE,
  PageDown: -24 * 60 * MINUTE, PageUp: 24 * 60 * MINUTE,
}
/** So near to now means now. */
const SNAP = 1 / 250

/** A slider along the days, with a mark at each change: the map, the lists and the numbers show the moment chosen. */
export function Timeline({ app }: { app: Pick<App, 'moment' | 'planner' | 'now' | 'settings'> }) {
  const { t, lang } = useText()
  const { moment } = app
  if (app.planner.planning.value || !moment.open.value) return null
  const scale = scaleOf(app.now().getTime(), moment.days.value, moment.marks.value)
  const at = moment.at.value?.getTime() ?? scale.now
  const look = (ms: number) => {
    const bounded = Math.min(scale.end, Math.max(scale.start, ms))
    moment.look(Math.abs(bounded - scale.now) < (scale.end - scale.start) * SNAP ? null : new Date(Math.round(bounded / 1000) * 1000))
  }
  const jump = (direction: -1 | 1) => {
    const to = neighbourMark(moment.marks.value, at, direction)
    // one second after a change, so that it has happened
    if (to !== null) moment.look(new Date(direction < 0 ? to - 1000 : to + 1000))
    else if (direction > 0) moment.look(null)
  }
  const onKey = (event: KeyboardEvent) => {
    const step = KEYS[event.key]
    if (step === undefined) return
    event.preventDefault()
    // from now the first step must leave it
    const from = moment.at.peek() === null ? scale.now + Math.sign(step) * (scale.end - scale.start) * SNAP : at
    look(from + step)
  }
  return (
    <section class="timeline" aria-label={t.time.timeline}>
      <button type="button" class="button quiet icon" aria-label={t.time.earlier} title={t.time.earlier} onClick={() => jump(-1)}><Icon name="before" /></button>
      <div class="line">
        {dayLabels(scale, 10).map((day) => <span key={day.at.getTime()} class="day" style={`left:${day.part * 100}%`}>{formatShortDay(day.at.toISOString(), lang)}</span>)}
        {placedMarks(moment.marks.value, scale).map((mark) => (
          <span key={mark.part} class={mark.planned ? 'tick planned' : 'tick'} data-kind={mark.kind} style={`left:${mark.part * 100}%`} title={t.time.changes(mark.count)} />
        ))}
        {scale.end > scale.now && <span class="now-line" style={`left:${scale.part(scale.now) * 100}%`} />}
        <input
          type="range" aria-label={t.time.slider} min={scale.start} max={scale.end} step={MINUTE} value={at}
          aria-valuetext={moment.at.value === null ? t.time.now : formatMoment(moment.at.value.toISOString(), lang)}
          onInput={(event) => look(Number(event.currentTarget.value))} onKeyDown={onKey}
        />
      </div>
      <button type="button" class="button quiet icon" aria-label={t.time.later} title={t.time.later} onClick={() => jump(1)}><Icon name="after" /></button>
      <label class="check as-then" title={t.time.asThenHint}>
        <input type="checkbox" checked={moment.asThen.value} disabled={moment.at.value === null} onChange={(event) => moment.look(moment.at.value, event.currentTarget.checked)} />
        {t.time.asThen}
      </label>
      <select class="input span" aria-label={t.time.span} value={moment.days.value} onChange={(event) => { moment.days.value = Number(event.currentTarget.value); void moment.loadMarks() }}>
        {SPANS.map((days) => <option key={days} value={days}>{t.time.days(days)}</option>)}
      </select>
      <button type="button" class="button quiet icon" aria-label={t.close} onClick={() => { moment.open.value = false; moment.look(null) }}><Icon name="close" /></button>
    </section>
  )
}

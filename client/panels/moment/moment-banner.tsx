import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'

/** Says, so that nobody can miss it, that the screen shows another moment than now; and the way back. */
export function MomentBanner({ app: { moment, now } }: { app: Pick<App, 'moment' | 'now'> }) {
  const { t, lang } = useText()
  const at = moment.at.value
  if (at === null) return null
  const when = formatMoment(at.toISOString(), lang)
  return (
    <div class="moment-banner" role="status">
      <strong>{t.time.notNow}</strong>
      <span class="when">{at > now() ? t.time.ofPlan(when) : t.time.ofThen(when)}{moment.asThen.value && <> · {t.time.asThen}</>}</span>
      <button type="button" class="button small" onClick={() => moment.look(null)}>{t.time.backToNow} <kbd>Esc</kbd></button>
      <span class="aside">{t.time.gatesAreNow}</span>
      <ProblemNote problem={moment.problem.value} />
    </div>
  )
}

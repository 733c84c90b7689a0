import { formatSpan } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import type { Freshness } from '../state/freshness.ts'

/** How old the picture is; spoken aloud only when its state changes, not every second. */
export function FreshnessSign({ freshness }: { freshness: Freshness }) {
  const { t, lang } = useText()
  const { state, ageS } = freshness.sign.value
  const age = formatSpan(ageS, lang)
  const text = state === 'never' ? t.fresh.never : t.fresh[state](age)
  return (
    <div class="fresh" data-state={state === 'never' ? 'late' : state} data-age={ageS}>
      <span>{text}</span>
      <span class="visually-hidden" role="status">{state === 'cut' ? text : ''}</span>
    </div>
  )
}

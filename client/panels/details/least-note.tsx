import { formatArea, formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Least } from '../../state/drawn-ring.ts'

/** The drawn edge beside the line of the fewest gates: how many gates each needs, and what lies between them. */
export function LeastNote({ least: { drawn, gates, between }, take, takeText }: { least: Least; take: (() => void) | null; takeText: string }) {
  const { t, lang } = useText()
  const isFewer = gates.length < drawn.length
  return (
    <div class="note spaced stack tight" data-least={gates.length}>
      {isFewer ? <div>{t.ring.leastResult(drawn.length, gates.length)}<br />{t.ring.between(formatArea(between.areaM2, lang), formatNumber(between.people, lang))}</div> : t.ring.leastSame(drawn.length)}
      {isFewer && take && <button type="button" class="button small" onClick={take}>{takeText}</button>}
    </div>
  )
}

import { CardView } from '../card/card-view.tsx'
import { formatMoment } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import type { GateDuty } from './create-gate-duty.ts'

/** The gate's rule card as it was last fetched, and how old it is where there is no line. */
export function DutyCard({ duty: { card, cardIsFresh } }: { duty: GateDuty }) {
  const { t, lang } = useText()
  const sheet = card.value
  if (sheet === null) return <p class="muted">{t.gate.page.cardNone}</p>
  return (
    <section class="duty-card">
      {!cardIsFresh.value && <p class="note warn">{t.gate.page.cardOld(formatMoment(sheet.as_of, lang))}</p>}
      <CardView sheet={sheet} />
      <a class="button" href={`/card#gate=${sheet.gate.id}`} target="_blank" rel="noopener"><Icon name="sheet" />{t.gate.page.print}</a>
    </section>
  )
}

import type { Draft } from '#shared/schema/zone.ts'
import { formatMoment } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'

/** Why a draft came back from review; it stays in sight until it is handed in again. */
export function RejectionNote({ rejection }: { rejection: Draft['rejection'] }) {
  const { t, lang } = useText()
  if (!rejection) return null
  return (
    <div class="note danger rejection" role="status">
      <strong>{t.review.rejectedBy(inLang(lang, rejection.by), formatMoment(rejection.at, lang))}</strong>
      <div>{rejection.reason}</div>
    </div>
  )
}

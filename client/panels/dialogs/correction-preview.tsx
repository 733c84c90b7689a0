import { correctPeriods, type HeldPeriod } from '#shared/time/correct-periods.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'

type Props = { known: readonly HeldPeriod[]; version: number; from: string; to: string | null }

/** What would be recorded instead of what: the version, and others as far as it overlaps them. */
export function CorrectionPreview({ known, version, from, to }: Props) {
  const { t, lang } = useText()
  const result = correctPeriods(known, version, from, to)
  if (!result.ok) return null
  const span = (period: HeldPeriod) => `${formatMoment(period.from, lang)} – ${period.to === null ? t.time.sheet.open : formatMoment(period.to, lang)}`
  return (
    <div class="versus">
      <span /><span>{t.time.correction.recorded}</span><span>{t.time.correction.corrected}</span>
      {result.changed.map(({ before, after }) => [
        <span key={before.version}>{t.details.version(before.version)}</span>,
        <span key={`${before.version}-was`}>{span(before)}</span>,
        <span key={`${before.version}-is`} class="differs">{span(after)}</span>,
      ])}
    </div>
  )
}
